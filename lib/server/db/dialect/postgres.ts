import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import { Client, Pool, type PoolClient } from 'pg'
import type { Tables } from '@/lib/server/db/tables'
import { log } from '@/lib/server/log'
import { Problem } from '@/lib/shared/problem'
import { busy, CannotOpen, codeOf, unavailable } from './database-problem'

/** Timeouts in ms. `server`: enforced by PostgreSQL, after which the connection stays usable. */
type Limits = {
  connect: number
  /** A connection silent for this long is presumed dead. Must exceed the server's own timeouts. */
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
 * Reads the address as the driver does, without connecting: it may name a file that isn't there, or be spelled in a way that
 * only the driver refuses.
 * @throws CannotOpen with a sentence for the operator
 */
export function checkUrl(url: string): void {
  try {
    new Client({ connectionString: url })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotOpen(
      `DATABASE_URL can’t be used (${reason}). Correct it, for example postgres://name:password@localhost:5432/promptreel, with %40 for an @ in the password.`,
      { cause },
    )
  }
}

/**
 * A connection pool for PostgreSQL, connecting on first use. Every query and connection has a timeout, broken or silent connections
 * are replaced, and errors caused by them are Problems.
 */
export function openPostgres(url: string, limits = LIMITS): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: limits.connect,
    query_timeout: limits.silence,
    ...KEEP_ALIVE,
    // Set after connecting, not as startup parameters: poolers such as PgBouncer refuse parameters that they don't know.
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
 * A pool without timeouts, for long work such as migrations. The caller watches over it (`untilSilent`) and calls `abandon`, which
 * ends whatever is still running.
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
  // A connection that breaks between two queries of a transaction emits here; its next query then fails.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new LivingPool(pool) }) })
}

/** A pool that discards dead connections, and every connection as old as one that was found silent. */
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

/** A checked-out connection. Once broken, it rejects every query and is destroyed on release. */
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

/** Statement timeout, lock timeout, deadlock, serialization failure. */
const BUSY = ['57014', '55P03', '40P01', '40001']
/** Connection failures, no resources, shutting down or starting, read-only: SQLSTATE classes and codes. */
const AWAY = /^(08|53[023]|57P|25006|25P03|58)/
/** Wrong password or user, no such database, no permission. */
const REFUSED = ['28P01', '28000', '3D000', '42501']

/** Converts a driver error to a Problem; returns it unchanged when the query was at fault. */
function problemOf(error: unknown): unknown {
  const code = codeOf(error)
  if (BUSY.includes(code) || (error instanceof Error && error.message.startsWith('timeout exceeded')))
    return busy(error)
  const isServers = error instanceof Error && 'severity' in error
  return !isServers || AWAY.test(code) || REFUSED.includes(code) ? unavailable(error) : error
}

/**
 * Why the database can't be opened, when waiting won't help.
 * @param error thrown while opening it
 */
export function whyClosed(error: unknown): CannotOpen | null {
  const cause = error instanceof Problem ? error.details.cause : error
  const message = cause instanceof Error ? cause.message : ''
  const refused = REFUSED.includes(codeOf(cause))
  const untrusted =
    /CERT|SELF_SIGNED|ERR_TLS|ALTNAME/.test(codeOf(cause)) || /does not support SSL/.test(message)
  if (!refused && !untrusted) return null
  return new CannotOpen(`PostgreSQL refused the connection: ${message}. Correct DATABASE_URL.`, { cause })
}
