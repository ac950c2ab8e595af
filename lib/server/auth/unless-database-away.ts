import { ping } from '@/lib/server/db'

/**
 * Runs a better-auth call, which reports every failure as its own. If the database is unavailable, throws that instead, so that nobody is
 * taken for signed out, and no password for wrong, because of it.
 * @throws Problem database_unavailable | database_busy, or what the call threw
 */
export async function unlessAway<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    await ping()
    throw error
  }
}
