import { Problem } from '@/lib/shared/problem'

const RETRY_S = 5

/** The database is unreachable or can't be used at the moment. */
export const unavailable = (cause: unknown): Problem =>
  new Problem(
    'database_unavailable',
    'The database can’t be reached right now. Nothing was sent to the provider; try again in a moment.',
    {
      retryAfter: RETRY_S,
      cause,
    },
  )

/** The database works, but this query took too long or waited too long for a lock. */
export const busy = (cause: unknown): Problem =>
  new Problem(
    'database_busy',
    'The database took too long. Nothing was sent to the provider; try again in a moment, or request less at once.',
    { retryAfter: RETRY_S, cause },
  )

/** True when an error comes from the database's state rather than from the query: a retry may succeed. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'database_unavailable' || error.code === 'database_busy')

/** The database can't be opened and waiting won't help. The message is a sentence for the operator. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'
}

/** The error code set by Node, SQLite or PostgreSQL; empty when there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** True for a constraint violation, such as a duplicate: a retry would fail the same way. */
export const isRefused = (error: unknown): boolean => /^(23|SQLITE_CONSTRAINT)/.test(codeOf(error))
