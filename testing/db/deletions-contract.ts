import { beforeEach, expect, test } from 'vitest'
import { queue, records } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import { submission } from './fixture'

const MINUTE = 60_000

/** A video that is removed here is removed at the provider as well, whose task is put down for that. */
export function deletionsContract(): void {
  // What is to be deleted is everybody's: what other tests have left would fall due here.
  beforeEach(async () => void (await (await db()).deleteFrom('deletions').execute()))

  const made = async (
    taskid: string | null,
    status: 'completed' | 'unknown' | 'submitting' = 'completed',
  ) => {
    const row = submission({ status, taskid })
    await records.insert(row, [])
    return row.id
  }
  /** Removed, and to be tried for a minute. */
  const removed = async (...video: Parameters<typeof made>) =>
    records.remove(await made(...video), 'local', new Date(Date.now() + MINUTE))

  test('is due again until it is done', async () => {
    await removed('task-1')
    const [deletion] = await queue.claimDeletions(10, -1)
    expect(deletion?.taskid).toBe('task-1')
    expect(Date.parse(deletion?.give_up_at ?? '')).toBeGreaterThan(Date.now())
    expect(await queue.claimDeletions(10, MINUTE)).toHaveLength(1)
    expect(await queue.claimDeletions(10, MINUTE)).toEqual([])
    await queue.dropDeletion('task-1')
    expect(await (await db()).selectFrom('deletions').selectAll().execute()).toEqual([])
  })

  test('is tried longer where that is asked for, and due where another clock put it far ahead', async () => {
    await removed('task-1')
    const [deletion] = await queue.claimDeletions(10, 24 * 60 * MINUTE)
    const later = new Date(Date.parse(deletion?.give_up_at ?? '') + MINUTE).toISOString()
    await queue.deletionFailed('task-1', later)
    expect(await queue.claimDeletions(10, MINUTE)).toEqual([])
    await queue.mendTimes({ poll: MINUTE, save: MINUTE, lease: MINUTE, deletion: 2 * MINUTE })
    expect(await queue.claimDeletions(10, MINUTE)).toMatchObject([{ taskid: 'task-1', give_up_at: later }])
  })

  test('is tried by one at a time', async () => {
    for (let n = 0; n < 20; n++) await removed(`task-${n}`)
    const claims = await Promise.all(Array.from({ length: 10 }, () => queue.claimDeletions(4, MINUTE)))
    const taskids = claims.flat().map(({ taskid }) => taskid)
    expect(new Set(taskids).size).toBe(taskids.length)
  })

  test('is not put down where there is no task', async () => {
    expect(await removed(null, 'unknown')).toEqual([])
    expect(await queue.claimDeletions(10, MINUTE)).toEqual([])
  })

  test('what is just being sent is not removed', async () => {
    const id = await made(null, 'submitting')
    expect(await records.remove(id, 'local', new Date())).toBeUndefined()
    expect(await records.find(id, 'local')).toBeDefined()
  })

  test('what many remove at the same time is removed once', async () => {
    const id = await made('task-1')
    const removals = Array.from({ length: 10 }, () => records.remove(id, 'local', new Date()))
    expect((await Promise.all(removals)).filter((images) => images !== undefined)).toHaveLength(1)
  })
}
