import { ping } from '@/lib/server/db'

/**
 * better-auth tells every failure as one of its own. Where the database is away, that is told instead: nobody is taken
 * for signed out, and no password for wrong, because of it.
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
