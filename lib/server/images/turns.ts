const SEATS = 2

type Waiting = { seats: number; start: () => void }
type Turns = { free: number; waiting: Waiting[] }

declare global {
  /** Kept on the global object: a bundler may load this module once for each route, the memory is one. */
  var imageTurns: Turns | undefined
}

const turns = (): Turns => {
  globalThis.imageTurns ??= { free: SEATS, waiting: [] }
  return globalThis.imageTurns
}

/**
 * Runs `work` when its turn has come: at most two at once in the process, in the order of arrival; a heavy one runs
 * alone. Whoever waits holds no more than its closure.
 */
export async function inTurn<T>(heavy: boolean, work: () => Promise<T>): Promise<T> {
  const seats = heavy ? SEATS : 1
  await new Promise<void>((start) => {
    turns().waiting.push({ seats, start })
    next()
  })
  try {
    return await work()
  } finally {
    turns().free += seats
    next()
  }
}

function next(): void {
  const { waiting, free } = turns()
  const [first] = waiting
  if (first === undefined || first.seats > free) return
  waiting.shift()
  turns().free -= first.seats
  first.start()
  next()
}
