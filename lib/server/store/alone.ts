import { config } from '@/lib/server/config'

/** Whether this process is the only one that uses the database, as with SQLite. */
export const isAlone = (): boolean => config().DATABASE_URL === undefined
