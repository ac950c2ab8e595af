import { config } from '@/lib/server/config.js'
import type { Dialect } from './dialect'
import { postgres } from './postgres-dialect'
import { sqlite } from './sqlite-dialect'

/** The dialect of the database that the environment names. */
export const dialect = (): Dialect => (config().DATABASE_URL === undefined ? sqlite : postgres)
