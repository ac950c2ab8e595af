import { Problem } from '@/lib/shared/problem'

/** A hash takes a core, 32 MB and one of the four threads that files and pictures wait for as well. */
const AT_ONCE = 1
const MOST_WAITING = 20
/** Until the line has moved on: twenty turns of about a tenth of a second. */
const RETRY_AFTER_S = 3

type Line = { running: number; waiting: (() => void)[] }

// The server's entry points are bundled apart but run in one process, and must share one line.
const shared: typeof globalThis & { promptreelHashing?: Line } = globalThis

/**
 * Runs what hashes passwords: one at a time, twenty in line, in the order in which they came. So however many strangers
 * try, the rest of the studio keeps its threads.
 * @throws Problem rate_limited where the line is full
 */
export async function inHashingLine<T>(work: () => Promise<T>): Promise<T> {
  shared.promptreelHashing ??= { running: 0, waiting: [] }
  const line = shared.promptreelHashing
  await turnIn(line)
  try {
    return await work()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
  }
}

/** Whoever leaves hands their turn on, so that nobody who comes meanwhile takes it. */
async function turnIn(line: Line): Promise<void> {
  if (line.running < AT_ONCE) {
    line.running += 1
    return
  }
  if (line.waiting.length >= MOST_WAITING) {
    throw new Problem(
      'rate_limited',
      'Many people are signing in right now. Wait a few seconds, then try again.',
      {
        retryAfter: RETRY_AFTER_S,
        reasons: [{ type: 'line_full', wait: RETRY_AFTER_S }],
      },
    )
  }
  await new Promise<void>((resolve) => line.waiting.push(resolve))
}
