import { Problem } from '@/lib/shared/problem'

/** Most concurrent uploads per person: each holds a connection and a growing file. */
const MAX_PER_PERSON = 64
/** Seconds. */
const RETRY_AFTER = 30

declare global {
  /** On the global object, because a bundler may load this module once per route while the count is shared. */
  var bodiesReceived: Map<string, number> | undefined
}

/**
 * Counts an upload while `read` runs.
 * @throws Problem rate_limited: the person has too many uploads in progress
 */
export async function whileReceiving<T>(user: string, read: () => Promise<T>): Promise<T> {
  globalThis.bodiesReceived ??= new Map()
  const received = globalThis.bodiesReceived
  const own = received.get(user) ?? 0
  if (own >= MAX_PER_PERSON) throw tooMany()
  received.set(user, own + 1)
  try {
    return await read()
  } finally {
    const left = (received.get(user) ?? 1) - 1
    if (left > 0) received.set(user, left)
    else received.delete(user)
  }
}

const tooMany = () =>
  new Problem(
    'rate_limited',
    'You have too many uploads in progress. Nothing was created or billed. Wait until some have finished.',
    { retryAfter: RETRY_AFTER },
  )
