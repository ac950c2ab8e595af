import type { StoredGeneration } from '@/lib/server/db'
import { readSettings, type Settings } from '@/lib/shared/models'
import { parseJson } from '@/lib/shared/parse-json'

/** A record's settings, whichever version wrote them; missing parameters read as their default. null: unreadable. */
export const settingsOf = ({
  model,
  settings,
}: Pick<StoredGeneration, 'model' | 'settings'>): Settings | null => readSettings(model, parseJson(settings))
