import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { log } from '@/lib/server/log'
import { Problem } from '@/lib/shared/problem'
import { busy, CannotOpen, codeOf, unavailable } from './database-problem'
import type { Tables } from './tables'

/** Time limits in ms. `server`: what PostgreSQL itself ends, and the connection stays good. */
type Limits = {
  connect: number
  /** Without a word for this long, a connection is taken for dead. Longer than the server's own limits. */
  silence: number
  server: { statement_timeout: number; lock_timeout: number; idle_in_transaction_session_timeout: number }
}
const LIMITS: Limits = {
  connect: 5_000,
  silence: 10_000,
  server: { statement_timeout: 8_000, lock_timeout: 6_000, idle_in_transaction_session_timeout: 30_000 },
}
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/**
 * Connects to PostgreSQL on first use. Every query and every connection has a time limit, a connection that breaks or
 * falls silent is replaced, and what fails because of it is a Problem.
 */
export function openPostgres(url: string, limits = LIMITS): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: limits.connect,
    query_timeout: limits.silence,
    ...KEEP_ALIVE,
    // Said once connected, not on the way in: poolers such as PgBouncer refuse parameters that they do not know.
    onConnect: async (client) => {
      await client.query(
        Object.entries(limits.server)
          .map(([name, ms]) => `set ${name} = ${ms}`)
          .join('; '),
      )
    },
  })
  return over(pool)
}

/**
 * For work that may take long, such as a migration: nothing sets it a limit but who watches over it (`untilSilent`)
 * and calls `abandon`, which ends what is still under way.
 */
export function openPatientPostgres(url: string): { patient: Kysely<Tables>; abandon: () => void } {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: LIMITS.connect,
    ...KEEP_ALIVE,
  })
  const clients = new Set<PoolClient>()
  pool.on('acquire', (client) => clients.add(client))
  pool.on('release', (_error, client) => clients.delete(client))
  const abandon = () => {
    void pool.end()
    for (const client of clients) if ('end' in client && typeof client.end === 'function') client.end()
  }
  return { patient: over(pool), abandon }
}

function over(pool: Pool): Kysely<Tables> {
  pool.on('error', (error) => log().warn({ err: error }, 'a database connection broke'))
  // One that breaks between two queries of a transaction says so here, and at its next query.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new LivingPool(pool) }) })
}

/** A pool that lets go of connections that are dead, and of those that are as old when one was found silent. */
class LivingPool implements PostgresPool {
  readonly #born = new WeakMap<PoolClient, number>()
  #connections = 0
  #suspectUpTo = 0

  constructor(private readonly pool: Pool) {
    pool.on('connect', (client) => this.#born.set(client, ++this.#connections))
  }

  async connect(): Promise<PostgresPoolClient> {
    try {
      let client = await this.pool.connect()
      while (this.#isSuspect(client)) {
        client.release(true)
        client = await this.pool.connect()
      }
      return new LivingClient(client, () => {
        this.#suspectUpTo = this.#connections
      })
    } catch (error) {
      throw problemOf(error)
    }
  }

  end(): Promise<void> {
    return this.pool.end()
  }

  #isSuspect(client: PoolClient): boolean {
    return (this.#born.get(client) ?? 0) <= this.#suspectUpTo
  }
}

/** A connection in use. Once it has broken it answers nothing more, and goes when it is given back. */
class LivingClient implements PostgresPoolClient {
  #broken: Problem | undefined

  constructor(
    private readonly client: PoolClient,
    private readonly onSilence: () => void,
  ) {}

  query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(sql: unknown, parameters: unknown = []): unknown {
    if (typeof sql === 'string' && Array.isArray(parameters)) return this.#ask(sql, parameters)
    throw new TypeError('nothing is read with cursors')
  }

  async #ask(sql: string, parameters: unknown[]): Promise<unknown> {
    if (this.#broken) throw this.#broken
    try {
      return await this.client.query(sql, parameters)
    } catch (error) {
      const problem = problemOf(error)
      if (problem instanceof Problem && problem.code === 'database_unavailable') this.#broken = problem
      if (isSilence(error)) this.onSilence()
      throw problem
    }
  }

  release(): void {
    this.client.release(this.#broken !== undefined)
  }
}

const isSilence = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Query read timeout'

/** Cancelled for its time, waited for a lock in vain, deadlock, could not be serialized. */
const BUSY = ['57014', '55P03', '40P01', '40001']
/** No connection, no resources, the server is ending or starting, it can only read: SQLSTATE classes and codes. */
const AWAY = /^(08|53[023]|57P|25006|25P03|58)/
/** Wrong password or user, no such database, no right to it. */
const REFUSED = ['28P01', '28000', '3D000', '42501']

/** What an error of the driver means to whoever asked; itself when the query was at fault. */
function problemOf(error: unknown): unknown {
  const code = codeOf(error)
  if (BUSY.includes(code) || (error instanceof Error && error.message.startsWith('timeout exceeded')))
    return busy(error)
  const isServers = error instanceof Error && 'severity' in error
  return !isServers || AWAY.test(code) || REFUSED.includes(code) ? unavailable(error) : error
}

/**
 * Why a database cannot be opened, when waiting for it cannot help.
 * @param error as opening it threw
 */
export function whyClosed(error: unknown): CannotOpen | null {
  const cause = error instanceof Problem ? error.details.cause : error
  const told = cause instanceof Error ? cause.message : ''
  const refused = REFUSED.includes(codeOf(cause))
  const untrusted =
    /CERT|SELF_SIGNED|ERR_TLS|ALTNAME/.test(codeOf(cause)) || /does not support SSL/.test(told)
  if (!refused && !untrusted) return null
  return new CannotOpen(`PostgreSQL refused the connection: ${told}. Correct DATABASE_URL.`, { cause })
}
