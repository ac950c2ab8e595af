import { setTimeout as pause } from 'node:timers/promises'

const TIMEOUT_MS = 600_000 // generous: reached only when something hangs
const PAUSE_MS = 4 // short, so that a kill hits the very moment waited for

/** Waits until `holds` returns true. @throws Error naming `what` after ten minutes */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + TIMEOUT_MS
  while (!holds()) {
    if (Date.now() > end) throw new Error(`did not come about within ${TIMEOUT_MS} ms: ${what}`)
    await pause(PAUSE_MS)
  }
}
