import { readStored, unpack, writeStored } from '@/lib/client/storage'
import type { Fields } from '@/lib/shared/models'
import { BLANK, parseFields } from './fields'

const NAME = 'settings'

/** What a form begins with: everything but the prompt. The seed is there only when it was locked. */
export type LastSettings = { fields: Fields; seedLocked: boolean }

/** The settings that were sent last from this browser, or the defaults. */
export function readSettings(): LastSettings {
  const { flag, member, fits } = unpack(readStored('browser', NAME))
  const fields = parseFields(member('fields'))
  const seedLocked = flag('seedLocked')
  return fields && fits() ? { fields, seedLocked } : { fields: BLANK, seedLocked: false }
}

export function keepSettings(fields: Fields, seedLocked: boolean): void {
  const seed = seedLocked ? fields.seed : ''
  writeStored('browser', NAME, { fields: { ...fields, prompt: '', seed }, seedLocked })
}

export const forgetSettings = (): void => writeStored('browser', NAME, null)
