import * as z from 'zod/mini'
import { readStored, writeStored } from '@/lib/client/storage'
import type { Fields } from '@/lib/shared/seedance'
import { BLANK, fieldsSchema } from './fields'

const NAME = 'settings'

const settingsSchema = z.object({ fields: fieldsSchema, seedLocked: z.boolean() })

/** What a form begins with: everything but the prompt. The seed is there only when it was locked. */
export type LastSettings = z.output<typeof settingsSchema>

/** The settings that were sent last from this browser, or the defaults. */
export const readSettings = (): LastSettings =>
  settingsSchema.safeParse(readStored('browser', NAME)).data ?? { fields: BLANK, seedLocked: false }

export function keepSettings(fields: Fields, seedLocked: boolean): void {
  const seed = seedLocked ? fields.seed : ''
  writeStored('browser', NAME, { fields: { ...fields, prompt: '', seed }, seedLocked })
}

export const forgetSettings = (): void => writeStored('browser', NAME, null)
