import { Problem } from '@/lib/shared/problem'

const CONCURRENCY = 2

/** Most waiting images, in all and per person: what a few minutes, and one minute, can process. */
const MOST_WAITING = 256
const MOST_OF_ONE = 64
/** Seconds until the queue likely has room: an image takes about one. */
const RETRY_AFTER = 10

/** Whose turn an image takes, and how many of this person's may run at once. `signal` aborts when the client disconnects. */
export type Asker = { person: string; each?: 1 | 2; signal?: AbortSignal | undefined }

type Waiter = { person: string; each: number; concurrency: number; start: () => void }
type Turns = {
  free: number
  waiting: Waiter[]
  /** Ids of the people whose images are being processed, once per image. */
  running: string[]
  /** Ordinal of each person's last turn; absent when they had none since the queue was last empty. */
  served: Map<string, number>
  count: number
}

declare global {
  /** On the global object, because a bundler may load this module once per route while they share the memory. */
  var imageTurns: Turns | undefined
}

const turns = (): Turns => {
  globalThis.imageTurns ??= {
    free: CONCURRENCY,
    waiting: [],
    running: [],
    served: new Map(),
    count: 0,
  }
  return globalThis.imageTurns
}

/**
 * Runs `work` in turn: at most two at once in this process, a heavy one alone. The next turn goes to the person whose last one was
 * longest ago, so somebody with one image waits for at most one of another's. A waiting call holds no more than its closure.
 * @throws Problem rate_limited: the queue is full
 * @throws the signal's reason if it aborts before the turn; `work` is then not started
 */
export async function inTurn<T>(heavy: boolean, asker: Asker, work: () => Promise<T>): Promise<T> {
  asker.signal?.throwIfAborted()
  refuseLongQueue(asker.person)
  const concurrency = heavy ? CONCURRENCY : 1
  await turnFor(asker, concurrency)
  try {
    asker.signal?.throwIfAborted()
    return await work()
  } finally {
    turns().free += concurrency
    const { running } = turns()
    running.splice(running.indexOf(asker.person), 1)
    next()
  }
}

/**
 * Refuses a person's image when the queue is full. Also call it before reading the body.
 * @throws Problem rate_limited
 */
export function refuseLongQueue(user: string): void {
  const { waiting } = turns()
  const own = waiting.filter((one) => one.person === user).length
  if (waiting.length < MOST_WAITING && own < MOST_OF_ONE) return
  throw new Problem(
    'rate_limited',
    'Too many images are waiting to be processed. Nothing was created or billed. Try again in a moment.',
    { retryAfter: RETRY_AFTER },
  )
}

function turnFor({ person: user, each = CONCURRENCY, signal }: Asker, concurrency: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { waiting } = turns()
    const leave = () => {
      waiting.splice(waiting.indexOf(one), 1)
      reject(signal?.reason)
      next() // a heavy image at the head may have blocked others
    }
    const one: Waiter = {
      person: user,
      each,
      concurrency,
      start() {
        signal?.removeEventListener('abort', leave)
        resolve()
      },
    }
    signal?.addEventListener('abort', leave, { once: true })
    waiting.push(one)
    next()
  })
}

/** Starts waiting work while there are free slots. Nothing overtakes a heavy image that waits for two. */
function next(): void {
  const { waiting, running, served, free } = turns()
  const entitled = waiting.filter((one) => running.filter((id) => id === one.person).length < one.each)
  const first = entitled.reduce<Waiter | undefined>(
    (best, one) => (best && (served.get(best.person) ?? 0) <= (served.get(one.person) ?? 0) ? best : one),
    undefined,
  )
  if (first === undefined) {
    if (waiting.length === 0 && free === CONCURRENCY) served.clear()
    return
  }
  if (first.concurrency > free) return
  waiting.splice(waiting.indexOf(first), 1)
  served.set(first.person, ++turns().count)
  running.push(first.person)
  turns().free -= first.concurrency
  first.start()
  next()
}
