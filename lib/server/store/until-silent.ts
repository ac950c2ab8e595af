import { setTimeout as pause } from 'node:timers/promises'

const EVERY_MS = 5_000

/**
 * Does work for which no time limit can be named, as long as `ask`, every five seconds, gets a sign of life.
 * @throws what the work throws, or what `ask` did
 */
export async function untilSilent<T>(ask: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const end = new AbortController()
  const silent = (async () => {
    for (;;) {
      await pause(EVERY_MS, undefined, { signal: end.signal })
      await ask()
    }
  })()
  try {
    return await Promise.race([work(), silent])
  } finally {
    silent.catch(() => {}) // the work is over, and so is watching over it
    end.abort()
  }
}
