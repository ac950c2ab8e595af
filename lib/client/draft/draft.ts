import * as z from 'zod/mini'
import { fieldsSchema } from './fields'
import { readSession, writeSession } from './session'

const NAME = 'draft'

const draftSchema = z.object({
  fields: fieldsSchema,
  /** The person chose the ratio: an image that comes or goes must not change it. */
  ratioChosen: z.boolean(),
  /** Images that the server has already, by order. */
  images: z
    .array(z.object({ id: z.string(), name: z.string(), width: z.number(), height: z.number() }))
    .check(z.maxLength(2)),
})

/** What a person has begun. */
export type Draft = z.output<typeof draftSchema>

/** The draft of this tab; null when there is none, or one of an older version that does not fit any more. */
export const readDraft = (): Draft | null => draftSchema.safeParse(readSession(NAME)).data ?? null

export const keepDraft = (draft: Draft): void => writeSession(NAME, draft)
