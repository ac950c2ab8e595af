import { Problem } from '@/lib/shared/problem'

const CONCURRENCY = 2

/** Pictures that may wait, of everybody and of one person: as many as are through in a few minutes and in one. */
const MOST_WAITING = 256
const MOST_OF_ONE = 64
/** s until a place in the line is likely to be free: a picture takes about one. */
const RETRY_AFTER = 10

/** For whom a picture is decoded. `signal` says that nobody waits for it any more. */
export type Asker = { person: string; signal?: AbortSignal | undefined }

type Waiter = { person: string; concurrency: number; start: () => void }
type Turns = {
  free: number
  waiting: Waiter[]
  /** When each person's last turn began, counted in turns. Who is not in it had none since the line was empty. */
  served: Map<string, number>
  count: number
}

declare global {
  /** Kept on the global object: a bundler may load this module once for each route, the memory is one. */
  var imageTurns: Turns | undefined
}

const turns = (): Turns => {
  globalThis.imageTurns ??= { free: CONCURRENCY, waiting: [], served: new Map(), count: 0 }
  return globalThis.imageTurns
}

/**
 * Runs `work` when its turn has come: at most two at once in the process, a heavy one alone. The next turn is that of
 * the person whose last one lies furthest back, so that whoever sends one picture waits for one of another's at most.
 * Whoever waits holds no more than its closure.
 * @throws Problem rate_limited: too many wait already
 * @throws the signal's reason when it is aborted before the turn has come; `work` is then not begun
 */
export async function inTurn<T>(heavy: boolean, asker: Asker, work: () => Promise<T>): Promise<T> {
  asker.signal?.throwIfAborted()
  refuseLongLine(asker.person)
  const concurrency = heavy ? CONCURRENCY : 1
  await turnFor(asker, concurrency)
  try {
    asker.signal?.throwIfAborted()
    return await work()
  } finally {
    turns().free += concurrency
    next()
  }
}

/**
 * Refuses a person's picture where too many wait already; to be asked also before its bytes are read.
 * @throws Problem rate_limited
 */
export function refuseLongLine(user: string): void {
  const { waiting } = turns()
  const own = waiting.filter((one) => one.person === user).length
  if (waiting.length < MOST_WAITING && own < MOST_OF_ONE) return
  throw new Problem(
    'rate_limited',
    'Too many images are waiting to be processed. Nothing was created or billed. Try again in a moment.',
    { retryAfter: RETRY_AFTER },
  )
}

function turnFor({ person: user, signal }: Asker, concurrency: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { waiting } = turns()
    const leave = () => {
      waiting.splice(waiting.indexOf(one), 1)
      reject(signal?.reason)
      next() // a heavy one at the head may have kept others waiting
    }
    const one: Waiter = {
      person: user,
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

/** Starts whoever is next, as long as there are seats. Nobody overtakes one that waits for two. */
function next(): void {
  const { waiting, served, free } = turns()
  const first = waiting.reduce<Waiter | undefined>(
    (best, one) => (best && (served.get(best.person) ?? 0) <= (served.get(one.person) ?? 0) ? best : one),
    undefined,
  )
  if (first === undefined) {
    if (free === CONCURRENCY) served.clear()
    return
  }
  if (first.concurrency > free) return
  waiting.splice(waiting.indexOf(first), 1)
  served.set(first.person, ++turns().count)
  turns().free -= first.concurrency
  first.start()
  next()
}
