import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 60_000
const PAUSE_MS = 4 // short, so that a kill meets the very moment that was waited for

/** Waits until something has come about. @throws Error naming what did not within a minute */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!holds()) {
    if (Date.now() > end) throw new Error(`did not come about within ${PATIENCE_MS} ms: ${what}`)
    await pause(PAUSE_MS)
  }
}
