import { setTimeout as pause } from 'node:timers/promises'

const TIMEOUT_MS = 600_000 // says only that something hangs
const PAUSE_MS = 4 // short, so that a kill meets the very moment that was waited for

/** Waits until something has come about. @throws Error naming what did not within ten minutes */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + TIMEOUT_MS
  while (!holds()) {
    if (Date.now() > end) throw new Error(`did not come about within ${TIMEOUT_MS} ms: ${what}`)
    await pause(PAUSE_MS)
  }
}
