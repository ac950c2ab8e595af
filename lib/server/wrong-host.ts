import 'server-only'
import { ownAddress } from './host'
import { log } from './log'

const MINUTE_MS = 60_000
const MAX_SHOWN = 255 // the longest name in DNS

type Seen = { loggedAt: number; unlogged: number }

// The server's entry points are bundled separately but run in one process, so the count lives on the global object.
const shared: typeof globalThis & { promptreelWrongHost?: Seen } = globalThis

/**
 * Logs a request for another host, once a minute at most: anyone can send such requests. `unlogged` counts those since the last line.
 * @param now ms
 */
export function noteWrongHost(host: string | null, now = Date.now()): void {
  shared.promptreelWrongHost ??= { loggedAt: Number.NEGATIVE_INFINITY, unlogged: 0 }
  const seen = shared.promptreelWrongHost
  if (now - seen.loggedAt < MINUTE_MS) {
    seen.unlogged += 1
    return
  }
  log().warn(
    { host: host?.slice(0, MAX_SHOWN) ?? null, own: ownAddress(), unlogged: seen.unlogged },
    'a request for another host was refused: a proxy in front must pass on the Host header',
  )
  shared.promptreelWrongHost = { loggedAt: now, unlogged: 0 }
}
