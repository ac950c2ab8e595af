import 'server-only'
import { config } from '@/lib/server/config.js'
import { diskStorage } from './disk'
import type { Storage } from './storage'

export { dropNote, keepNote, type Note, readNotes } from './journal'
export type { Prefix, Storage, StoredObject } from './storage'

/** The configured storage: files in DATA_DIR. */
export const storage = (): Storage => diskStorage(`${config().DATA_DIR}/files`)
