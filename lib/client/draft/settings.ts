import { readStored, unpack, writeStored } from '@/lib/client/storage'
import type { Fields } from '@/lib/shared/models'
import { BLANK, parseFields } from './fields'

const NAME = 'settings'

/** What a new form starts with: everything but the prompt and the number of variations. The seed is included only if locked. */
export type LastSettings = { fields: Fields; seedLocked: boolean }

/** The settings last submitted from this browser, or the defaults. */
export function readSettings(): LastSettings {
  const { flag, member, isValid } = unpack(readStored('browser', NAME))
  const fields = parseFields(member('fields'))
  const seedLocked = flag('seedLocked')
  return fields && isValid() ? { fields, seedLocked } : { fields: BLANK, seedLocked: false }
}

export function keepSettings(fields: Fields, seedLocked: boolean): void {
  const seed = seedLocked ? fields.seed : ''
  writeStored('browser', NAME, { fields: { ...fields, prompt: '', count: '1', seed }, seedLocked })
}

export const forgetSettings = (): void => writeStored('browser', NAME, null)
