import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '@/lib/server/fault'

/**
 * Makes one piece of work of many small ones: what is asked for within `ms` of the first goes out together, and each
 * asker gets its own answer. When the work fails, it has failed for all of them.
 * @param work gives as many answers as there are items, in their order
 */
export function batch<Item, Answer>(
  ms: () => number,
  work: (items: Item[]) => Promise<Answer[]>,
): (item: Item) => Promise<Answer> {
  let items: Item[] = []
  let answers: Promise<Answer[]> | undefined

  async function goOut(): Promise<Answer[]> {
    await pause(ms())
    const together = items
    items = []
    answers = undefined
    return work(together)
  }

  return async (item) => {
    const place = items.push(item) - 1
    answers ??= goOut()
    const answer = (await answers)[place]
    if (answer === undefined) throw new Fault('a gathered piece of work gave no answer')
    return answer
  }
}
