import { Problem } from '@/lib/shared/problem'

const RETRY_S = 5

/** The database does not answer, or what it keeps cannot be used just now. */
export const unavailable = (cause: unknown): Problem =>
  new Problem(
    'database_unavailable',
    'The database can’t be reached right now. Nothing was sent to the provider; try again in a moment.',
    {
      retryAfter: RETRY_S,
      cause,
    },
  )

/** The database answers, but not to this: it took too long, or others were before it. */
export const busy = (cause: unknown): Problem =>
  new Problem(
    'database_busy',
    'The database took too long. Nothing was sent to the provider; try again in a moment, or request less at once.',
    { retryAfter: RETRY_S, cause },
  )

/** Whether something failed because of the database's state and not of what it was asked: it may well work later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'database_unavailable' || error.code === 'database_busy')

/** The database cannot be opened, and waiting cannot help. The message is a sentence for whoever runs the studio. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'
}

/** The code that Node, SQLite or PostgreSQL has given an error; empty when there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether the database has refused a value, such as one that must be there once: it always will. */
export const isRefused = (error: unknown): boolean => /^(23|SQLITE_CONSTRAINT)/.test(codeOf(error))
