import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '@/lib/server/fault'

/**
 * Batches calls: items that arrive within `ms` of the first are processed together, and each caller gets its own answer. If
 * the work fails, it fails for every caller in the batch.
 * @param work returns one answer per item, in order
 */
export function batch<Item, Answer>(
  ms: () => number,
  work: (items: Item[]) => Promise<Answer[]>,
): (item: Item) => Promise<Answer> {
  let items: Item[] = []
  let answers: Promise<Answer[]> | undefined

  async function flush(): Promise<Answer[]> {
    await pause(ms())
    const batched = items
    items = []
    answers = undefined
    return work(batched)
  }

  return async (item) => {
    const index = items.push(item) - 1
    answers ??= flush()
    const answer = (await answers)[index]
    if (answer === undefined) throw new Fault('a batched item got no answer')
    return answer
  }
}
