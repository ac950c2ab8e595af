import { config } from '@/lib/server/config.js'
import type { Dialect } from './dialect'
import { postgres } from './postgres-dialect'
import { sqlite } from './sqlite-dialect'

/** PostgreSQL when DATABASE_URL is set, otherwise SQLite. */
export const dialect = (): Dialect => (config().DATABASE_URL === undefined ? sqlite : postgres)
