import { config } from '@/lib/server/config.js'
import { queue } from '@/lib/server/db'
import { BACKOFF, dueIn, nextWait } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import type { Problem } from '@/lib/shared/problem'

/**
 * Stops the queue where the provider has refused for a reason that concerns everything in it, and surely created nothing: for a
 * while when it is busy, until a person goes on when the account is out of credits.
 * @param unreachable whether a provider that can't be reached is such a reason: for what nobody waits for
 * @returns whether what was refused should be sent later
 */
export async function stopQueue({ code, details }: Problem, { unreachable = false } = {}): Promise<boolean> {
  const waits = code === 'provider_busy' || (unreachable && code === 'provider_unreachable')
  if (!waits && code !== 'out_of_credits') return false
  try {
    if (waits) await waitLonger(details.retryAfter)
    else await queue.pause('out_of_credits')
  } catch (error) {
    // The next one that is sent will be refused as well.
    log().error({ err: error }, 'stopping the queue failed')
  }
  return true
}

/** Waits at least as long as the provider asks for, and longer each time in a row. @param retryAfter seconds */
async function waitLonger(retryAfter = 0): Promise<void> {
  const { busy_wait } = await queue.state()
  const asked = retryAfter * 1_000
  const wait = Math.max(asked, nextWait(busy_wait, asked || config().POLL_INTERVAL_MS, BACKOFF))
  // The jitter only adds: to come too early would be refused again.
  await queue.busy(
    dueIn(wait, () => 0.5 + Math.random() / 2),
    wait,
  )
}
