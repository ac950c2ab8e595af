import { dueWork } from '@/lib/server/db'
import { Fault } from '@/lib/server/fault'
import { log } from '@/lib/server/log'
import { HEARTBEAT_MS, LEASE_MS } from './timing'

type Held = { id: string; lease: string | null }

/**
 * Runs work that may outlast its lease, renewing the lease every HEARTBEAT_MS. The signal aborts when the lease was lost,
 * meaning that another process has taken over.
 */
export async function withHeartbeat<T>(held: Held, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
  const lost = new AbortController()
  const timer = setInterval(() => {
    void renew(held).then((alive) => alive || lost.abort(new Fault('the lease was lost')))
  }, HEARTBEAT_MS)
  try {
    return await work(lost.signal)
  } finally {
    clearInterval(timer)
  }
}

/** False when the lease was lost. An unreachable database doesn't count: it says nothing about the lease. */
async function renew({ id, lease }: Held): Promise<boolean> {
  try {
    return lease === null || (await dueWork.extend(id, lease, LEASE_MS))
  } catch (error) {
    log().warn({ err: error, generation: id }, 'renewing a lease failed')
    return true
  }
}
