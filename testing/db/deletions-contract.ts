import { beforeEach, expect, test } from 'vitest'
import { dueWork, records } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import { submission } from './fixture'

const MINUTE = 60_000

/** Removing a generation queues the deletion of its task at the provider. */
export function deletionsContract(): void {
  // The queue is shared by all users: leftovers of other tests would become due here.
  beforeEach(async () => void (await (await db()).deleteFrom('deletions').execute()))

  const make = async (
    taskid: string | null,
    status: 'completed' | 'unknown' | 'submitting' = 'completed',
  ) => {
    const row = submission({ status, taskid })
    await records.insert(row, [])
    return row.id
  }
  /** Inserts and removes a generation; its deletion is retried for a minute. */
  const remove = async (...video: Parameters<typeof make>) =>
    records.remove(await make(...video), 'local', new Date(Date.now() + MINUTE))

  test('a deletion becomes due again until it is done', async () => {
    await remove('task-1')
    const [deletion] = await dueWork.claimDeletions(10, -1)
    expect(deletion?.taskid).toBe('task-1')
    expect(Date.parse(deletion?.give_up_at ?? '')).toBeGreaterThan(Date.now())
    expect(await dueWork.claimDeletions(10, MINUTE)).toHaveLength(1)
    expect(await dueWork.claimDeletions(10, MINUTE)).toEqual([])
    await dueWork.dropDeletion('task-1')
    expect(await (await db()).selectFrom('deletions').selectAll().execute()).toEqual([])
  })

  test('a deletion can be given more time, and becomes due if a wrong clock scheduled it too far ahead', async () => {
    await remove('task-1')
    const [deletion] = await dueWork.claimDeletions(10, 24 * 60 * MINUTE)
    const later = new Date(Date.parse(deletion?.give_up_at ?? '') + MINUTE).toISOString()
    await dueWork.deletionFailed('task-1', later)
    expect(await dueWork.claimDeletions(10, MINUTE)).toEqual([])
    await dueWork.mendTimes({ poll: MINUTE, save: MINUTE, lease: MINUTE, deletion: 2 * MINUTE })
    expect(await dueWork.claimDeletions(10, MINUTE)).toMatchObject([{ taskid: 'task-1', give_up_at: later }])
  })

  test('a deletion is claimed by only one worker at a time', async () => {
    for (let n = 0; n < 20; n++) await remove(`task-${n}`)
    const claims = await Promise.all(Array.from({ length: 10 }, () => dueWork.claimDeletions(4, MINUTE)))
    const taskids = claims.flat().map(({ taskid }) => taskid)
    expect(new Set(taskids).size).toBe(taskids.length)
  })

  test('removing a generation without a task queues no deletion', async () => {
    expect(await remove(null, 'unknown')).toBe(true)
    expect(await dueWork.claimDeletions(10, MINUTE)).toEqual([])
  })

  test('a generation that is being submitted is not removed', async () => {
    const id = await make(null, 'submitting')
    expect(await records.remove(id, 'local', new Date())).toBe(false)
    expect(await records.find(id, 'local')).toBeDefined()
  })

  test('concurrent removals of one generation succeed only once', async () => {
    const id = await make('task-1')
    const removals = Array.from({ length: 10 }, () => records.remove(id, 'local', new Date()))
    expect((await Promise.all(removals)).filter(Boolean)).toHaveLength(1)
  })
}
