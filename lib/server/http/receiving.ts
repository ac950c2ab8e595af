import { Problem } from '@/lib/shared/problem'

/** Bodies of one person that may be on their way at once: each is a connection and a file that grows. */
const MOST_OF_ONE = 64
/** s until another try makes sense. */
const RETRY_AFTER = 30

declare global {
  /** Kept on the global object: a bundler may load this module once for each route, the count is one. */
  var bodiesReceived: Map<string, number> | undefined
}

/**
 * Reads a body of a person's.
 * @throws Problem rate_limited: too many of theirs are on their way already
 */
export async function whileReceiving<T>(user: string, read: () => Promise<T>): Promise<T> {
  globalThis.bodiesReceived ??= new Map()
  const received = globalThis.bodiesReceived
  const own = received.get(user) ?? 0
  if (own >= MOST_OF_ONE) throw tooMany()
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
