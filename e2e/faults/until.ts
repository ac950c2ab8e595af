import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits until something has come about.
 * @param ms after which it is given up
 * @throws Error naming what did not come about
 */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { ms = 60_000, every = 4 } = {},
): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come about within ${ms} ms: ${what}`)
    await pause(every)
  }
}
