import { Problem } from '@/lib/shared/problem'

/** A hash takes a core, 32 MB and one of libuv's four threads, which file access and images need as well. */
const CONCURRENCY = 1
const MOST_WAITING = 20
/** Time for the queue to empty: twenty hashes of about 0.1 s, plus some. */
const RETRY_AFTER_S = 3

type Line = { running: number; waiting: (() => void)[] }

// The server's entry points are bundled separately but run in one process, so the queue lives on the global object.
const shared: typeof globalThis & { promptreelHashing?: Line } = globalThis

/**
 * Queues password hashing: one at a time, at most twenty waiting, in order of arrival. However many strangers try to sign in, the rest
 * of the server keeps its threads.
 * @throws Problem rate_limited when the queue is full
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

/** Waits for a turn. Each finished call hands its turn directly to the next, so that no newcomer can take it. */
async function turnIn(line: Line): Promise<void> {
  if (line.running < CONCURRENCY) {
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
