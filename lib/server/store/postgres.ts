import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { log } from '@/lib/server/log'
import type { Tables } from './tables'

/** Connects to PostgreSQL on first use. An idle connection that breaks is replaced at the next query. */
export function openPostgres(url: string): Kysely<Tables> {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => log().warn({ err: error }, 'a connection to the database broke'))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
