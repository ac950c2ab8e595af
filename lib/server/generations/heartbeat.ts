import { queue } from '@/lib/server/db'
import { Fault } from '@/lib/server/fault'
import { log } from '@/lib/server/log'
import { HEARTBEAT_MS, LEASE_MS } from './timing'

type Held = { id: string; lease: string | null }

/**
 * Does a piece of work that may outlast its lease, and keeps saying that it is still being done. The signal says
 * that the lease was lost: somebody else does it now.
 */
export async function withHeartbeat<T>(held: Held, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
  const lost = new AbortController()
  const timer = setInterval(() => {
    void beat(held).then((alive) => alive || lost.abort(new Fault('the lease was lost')))
  }, HEARTBEAT_MS)
  try {
    return await work(lost.signal)
  } finally {
    clearInterval(timer)
  }
}

/** A database that does not answer says nothing about the lease. */
async function beat({ id, lease }: Held): Promise<boolean> {
  try {
    return lease === null || (await queue.extend(id, lease, LEASE_MS))
  } catch (error) {
    log().warn({ err: error, generation: id }, 'renewing a lease failed')
    return true
  }
}
