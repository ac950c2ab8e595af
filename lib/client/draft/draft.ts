import * as z from 'zod/mini'
import { readStored, writeStored } from '@/lib/client/storage'
import { RATIOS } from '@/lib/shared/seedance'
import { fieldsSchema } from './fields'

const NAME = 'draft'

const draftSchema = z.object({
  fields: fieldsSchema,
  /** The person chose the ratio: an image that comes or goes must not change it. */
  ratioChosen: z.boolean(),
  /** The ratio without an image, as long as none was chosen. */
  openRatio: z.optional(z.enum(RATIOS)),
  /** Images that the server has already, by order. */
  images: z
    .array(z.object({ id: z.string(), name: z.string(), width: z.number(), height: z.number() }))
    .check(z.maxLength(2)),
  /** The seed stays after sending, and when another film's settings come in. */
  seedLocked: z._default(z.boolean(), false),
  /** On a narrow screen the form has made room for the films. */
  collapsed: z._default(z.boolean(), false),
})

/** What a person has begun. */
export type Draft = z.output<typeof draftSchema>

/** The draft of this tab; null when there is none, or one of an older version that does not fit any more. */
export const readDraft = (): Draft | null => draftSchema.safeParse(readStored('tab', NAME)).data ?? null

export const keepDraft = (draft: Draft): void => writeStored('tab', NAME, draft)
