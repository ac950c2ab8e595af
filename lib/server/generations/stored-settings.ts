import type { StoredGeneration } from '@/lib/server/db'
import { readSettings, type Settings } from '@/lib/shared/models'
import { parseJson } from '@/lib/shared/parse-json'

/** The settings of a record, whichever version wrote it: what it lacks is the default. null: they cannot be read. */
export const settingsOf = ({
  model,
  settings,
}: Pick<StoredGeneration, 'model' | 'settings'>): Settings | null => readSettings(model, parseJson(settings))
