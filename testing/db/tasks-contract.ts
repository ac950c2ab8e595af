import { ulid } from 'ulid'
import { beforeEach, describe, expect, test } from 'vitest'
import { dueWork, records, tasks } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import type { GenerationRow } from '@/lib/server/db/tables'
import { hoursAgo, somebody, submission } from './fixture'

const MINUTE = 60_000
const soon = () => ({ due_at: new Date().toISOString(), wait: 0 })

/** Contract of taskids: each belongs to one generation in the whole studio, even with concurrent claims. */
export function tasksContract(): void {
  async function put(more: Partial<GenerationRow> = {}): Promise<GenerationRow> {
    const row = submission({ person: somebody(), status: 'unknown', ...more })
    await records.insert(row, [])
    return row
  }
  const answered = (taskid: string, more: Partial<GenerationRow> = {}) =>
    put({ status: 'pending', taskid, taskid_by: 'provider', ...more })
  const enter = ({ id, person: user }: GenerationRow, taskid: string, wasDue = false) =>
    tasks.enter({ id, person: user, taskid, wasDue }, soon())
  const state = async (id: string) =>
    (await db()).selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirst()
  const waiting = async (taskid: string) =>
    (await db()).selectFrom('deletions').selectAll().where('taskid', '=', taskid).executeTakeFirst()

  test('the database itself rejects a second generation with the same taskid', async () => {
    const taskid = ulid()
    await answered(taskid)
    await expect(answered(taskid)).rejects.toThrow()
  })

  test('of several users who enter the same taskid at once, one gets it', async () => {
    const taskid = ulid()
    const rows = await Promise.all(Array.from({ length: 12 }, () => put()))
    const ends = await Promise.all(rows.map((row) => enter(row, taskid)))
    expect(ends.filter((end) => end === 'absent')).toHaveLength(11)
    const stored = await Promise.all(rows.map(({ id }) => state(id)))
    expect(stored.filter((row) => row?.taskid === taskid)).toEqual([
      expect.objectContaining({ status: 'pending', taskid_by: 'person' }),
    ])
  })

  test('entering a taskid of another user, of another own generation, or the present one is told apart', async () => {
    const taskid = ulid()
    const { person: user } = await answered(taskid)
    expect(await enter(await put(), taskid)).toBe('absent')
    expect(await enter(await put({ person: user }), taskid)).toBe('own')
    const own = await put()
    await enter(own, ulid())
    const { taskid: entered = null } = (await state(own.id)) ?? {}
    expect(await enter(own, entered ?? '')).toMatchObject({ status: 'pending', taskid: entered })
    expect(await enter({ ...own, person: somebody() }, ulid())).toBe('gone')
  })

  describe('a taskid entered by hand', () => {
    test.each(['pending', 'processing', 'uploading', 'saving', 'failed'] as const)(
      'can be corrected while %s, and nothing of the wrong task remains',
      async (status) => {
        const row = await put({ status, taskid: ulid(), taskid_by: 'person', results: '["x"]', video: '{}' })
        const taskid = ulid()
        expect(await enter(row, taskid)).toMatchObject({
          status: 'pending',
          taskid,
          results: null,
          video: null,
          lease: null,
          failure_code: null,
        })
      },
    )

    test('can be corrected while its video is being saved: the next poll waits for that to end', async () => {
      const lease_until = new Date(Date.now() + MINUTE).toISOString()
      const row = await put({
        status: 'saving',
        taskid: ulid(),
        taskid_by: 'person',
        lease: 'run',
        lease_until,
      })
      expect(await enter(row, ulid())).toMatchObject({ status: 'pending', due_at: lease_until })
      expect(await dueWork.release(row.id, 'run', { status: 'completed' })).toBe(false)
    })

    test('is final once completed, and one from the provider always is', async () => {
      expect(
        await enter(await put({ status: 'completed', taskid: ulid(), taskid_by: 'person' }), ulid()),
      ).toBe('settled')
      for (const status of ['pending', 'failed'] as const) {
        expect(await enter(await answered(ulid(), { status }), ulid())).toBe('settled')
      }
      for (const status of ['submitting', 'rejected'] as const) {
        expect(await enter(await put({ status }), ulid())).toBe('settled')
      }
    })

    test('is followed again when it failed and is entered once more', async () => {
      const taskid = ulid()
      const row = await put({ status: 'failed', taskid, taskid_by: 'person', failure_code: 'task_gone' })
      expect(await enter(row, taskid)).toMatchObject({ status: 'pending', taskid, failure_code: null })
    })
  })

  describe('a taskid in the provider’s response', () => {
    test('is stored, and its poll is scheduled', async () => {
      const { id } = await put({ status: 'submitting', lease: 'sender', lease_until: hoursAgo(-1) })
      const { due_at } = soon()
      const taskid = ulid()
      expect(await tasks.accept(id, taskid, { due_at, wait: 5 })).toMatchObject({
        status: 'pending',
        taskid,
        taskid_by: 'provider',
        wait: 5,
        due_at,
        lease: null,
      })
    })

    test('is taken from a generation for which it was entered by hand, which becomes unknown or keeps its video', async () => {
      for (const status of ['pending', 'saving', 'failed', 'completed'] as const) {
        const taskid = ulid()
        const other = await put({ status, taskid, taskid_by: 'person', video: '{}' })
        const { id } = await put({ status: 'submitting' })
        expect(await tasks.accept(id, taskid, soon())).toMatchObject({ taskid, taskid_by: 'provider' })
        expect(await state(other.id)).toMatchObject(
          status === 'completed'
            ? { status, taskid: null, video: '{}' }
            : { status: 'unknown', taskid: null, failure_code: 'taskid_taken', due_at: null },
        )
      }
    })

    test('replaces one entered by hand meanwhile, right or wrong', async () => {
      const [right, wrong] = [ulid(), ulid()]
      const quick = await put({ status: 'processing', taskid: right, taskid_by: 'person' })
      expect(await tasks.accept(quick.id, right, soon())).toMatchObject({
        status: 'processing',
        taskid: right,
        taskid_by: 'provider',
      })
      const mistaken = await put({ status: 'failed', taskid: wrong, taskid_by: 'person' })
      const taskid = ulid()
      expect(await tasks.accept(mistaken.id, taskid, soon())).toMatchObject({ status: 'pending', taskid })
    })

    test('is reported as taken, without changes, if another response had it before', async () => {
      const taskid = ulid()
      const other = await answered(taskid)
      const { id } = await put({ status: 'submitting' })
      expect(await tasks.accept(id, taskid, soon())).toBe('taken')
      expect((await state(other.id))?.taskid).toBe(taskid)
      expect(await state(id)).toMatchObject({ status: 'submitting', taskid: null })
      expect(await tasks.accept(ulid(), ulid(), soon())).toBeUndefined()
    })

    test('ends up on one generation when it is entered by hand at the same time', async () => {
      for (let round = 0; round < 20; round++) {
        const taskid = ulid()
        const [sent, lost] = [await put({ status: 'submitting' }), await put()]
        await Promise.all([tasks.accept(sent.id, taskid, soon()), enter(lost, taskid)])
        expect(await state(sent.id)).toMatchObject({ status: 'pending', taskid, taskid_by: 'provider' })
        expect(await state(lost.id)).toMatchObject({ status: 'unknown', taskid: null })
      }
    })
  })

  describe('a task that is queued for deletion at the provider', () => {
    // The queue is shared by all users: leftovers of other tests would become due here.
    beforeEach(async () => void (await (await db()).deleteFrom('deletions').execute()))

    async function removed() {
      const taskid = ulid()
      const { id, person: user } = await answered(taskid)
      await records.remove(id, user, new Date(Date.now() + MINUTE))
      return { taskid, person: user }
    }

    test('is not deleted if its user enters it again', async () => {
      const { taskid, person: user } = await removed()
      expect(await tasks.isDeletionDue(taskid)).toBe(true)
      expect(await enter(await put({ person: user }), taskid, true)).toMatchObject({ taskid })
      expect(await waiting(taskid)).toBeUndefined()
    })

    test('cannot be entered by another user, and is deleted', async () => {
      const { taskid } = await removed()
      expect(await enter(await put(), taskid, true)).toBe('absent')
      expect(await waiting(taskid)).toBeDefined()
    })

    test('cannot be entered during the request to the provider, but can after it has failed', async () => {
      const { taskid, person: user } = await removed()
      const claimed = await dueWork.claimDeletions(1_000, MINUTE)
      expect(claimed.map((one) => one.taskid)).toContain(taskid)
      const row = await put({ person: user })
      expect(await enter(row, taskid, true)).toBe('deleting')
      await dueWork.deletionFailed(taskid, hoursAgo(-1))
      expect(await enter(row, taskid, true)).toMatchObject({ taskid })
    })

    test('is absent if it was deleted in the meantime', async () => {
      const { taskid, person: user } = await removed()
      await dueWork.dropDeletion(taskid)
      expect(await enter(await put({ person: user }), taskid, true)).toBe('absent')
    })

    test('is either entered or claimed for deletion, never both', async () => {
      for (let round = 0; round < 5; round++) {
        const all = await Promise.all(Array.from({ length: 20 }, removed))
        const rows = await Promise.all(all.map(({ person: user }) => put({ person: user })))
        const entering = rows.map((row, n) => enter(row, all[n]?.taskid ?? '', true))
        const [ends, ...claims] = await Promise.all([
          Promise.all(entering),
          ...Array.from({ length: 10 }, () => dueWork.claimDeletions(2, MINUTE)),
        ])
        const claimed = new Set(claims.flat().map(({ taskid }) => taskid))
        expect(ends.map((end) => end === 'deleting')).toEqual(all.map(({ taskid }) => claimed.has(taskid)))
      }
    })

    test('stays queued and is refused to others who enter it during the removal', async () => {
      for (let round = 0; round < 20; round++) {
        const taskid = ulid()
        const { id, person: user } = await answered(taskid)
        const lost = await put()
        const [, end] = await Promise.all([records.remove(id, user, new Date()), enter(lost, taskid)])
        expect(end).toBe('absent')
        expect(await waiting(taskid)).toMatchObject({ person: user })
      }
    })
  })
}
