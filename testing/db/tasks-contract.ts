import { ulid } from 'ulid'
import { beforeEach, describe, expect, test } from 'vitest'
import { queue, records, tasks } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import type { GenerationRow } from '@/lib/server/db/tables'
import { hoursAgo, somebody, submission } from './fixture'

const MINUTE = 60_000
const soon = () => ({ due_at: new Date().toISOString(), wait: 0 })

/** Which generation a task is: one in the whole studio, whoever says so at the same time. */
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

  test('the database itself lets no two generations have one', async () => {
    const taskid = ulid()
    await answered(taskid)
    await expect(answered(taskid)).rejects.toThrow()
  })

  test('of many people who enter the same one at once, one has it', async () => {
    const taskid = ulid()
    const rows = await Promise.all(Array.from({ length: 12 }, () => put()))
    const ends = await Promise.all(rows.map((row) => enter(row, taskid)))
    expect(ends.filter((end) => end === 'absent')).toHaveLength(11)
    const stored = await Promise.all(rows.map(({ id }) => state(id)))
    expect(stored.filter((row) => row?.taskid === taskid)).toEqual([
      expect.objectContaining({ status: 'pending', taskid_by: 'person' }),
    ])
  })

  test('another person’s is not there, one’s own is told, one’s very own stays as it is', async () => {
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

  describe('what a person entered', () => {
    test.each(['pending', 'processing', 'uploading', 'saving', 'failed'] as const)(
      'is corrected where it is %s, and nothing of the wrong task stays',
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

    test('is corrected while its video is just being copied: the next look waits until that has ended', async () => {
      const lease_until = new Date(Date.now() + MINUTE).toISOString()
      const row = await put({
        status: 'saving',
        taskid: ulid(),
        taskid_by: 'person',
        lease: 'run',
        lease_until,
      })
      expect(await enter(row, ulid())).toMatchObject({ status: 'pending', due_at: lease_until })
      expect(await queue.release(row.id, 'run', { status: 'completed' })).toBe(false)
    })

    test('is final when it is completed, and what the provider gave always is', async () => {
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

    test('and has failed is followed again when the same is entered once more', async () => {
      const taskid = ulid()
      const row = await put({ status: 'failed', taskid, taskid_by: 'person', failure_code: 'task_gone' })
      expect(await enter(row, taskid)).toMatchObject({ status: 'pending', taskid, failure_code: null })
    })
  })

  describe('the provider’s answer', () => {
    test('is written down, and is due', async () => {
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

    test('takes back what another person has entered: that one is unclear again, or keeps its video', async () => {
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

    test('comes where a person has entered it already, or another one by mistake', async () => {
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

    test('of a task that another was answered with is told, and changes nothing', async () => {
      const taskid = ulid()
      const other = await answered(taskid)
      const { id } = await put({ status: 'submitting' })
      expect(await tasks.accept(id, taskid, soon())).toBe('taken')
      expect((await state(other.id))?.taskid).toBe(taskid)
      expect(await state(id)).toMatchObject({ status: 'submitting', taskid: null })
      expect(await tasks.accept(ulid(), ulid(), soon())).toBeUndefined()
    })

    test('and a person’s hand at the same time end in one generation that has it', async () => {
      for (let round = 0; round < 20; round++) {
        const taskid = ulid()
        const [sent, lost] = [await put({ status: 'submitting' }), await put()]
        await Promise.all([tasks.accept(sent.id, taskid, soon()), enter(lost, taskid)])
        expect(await state(sent.id)).toMatchObject({ status: 'pending', taskid, taskid_by: 'provider' })
        expect(await state(lost.id)).toMatchObject({ status: 'unknown', taskid: null })
      }
    })
  })

  describe('a task that waits to be deleted at the provider', () => {
    // What is to be deleted is everybody's: what other tests have left would fall due here.
    beforeEach(async () => void (await (await db()).deleteFrom('deletions').execute()))

    async function removed() {
      const taskid = ulid()
      const { id, person: user } = await answered(taskid)
      await records.remove(id, user, new Date(Date.now() + MINUTE))
      return { taskid, person: user }
    }

    test('is not deleted when its person enters it', async () => {
      const { taskid, person: user } = await removed()
      expect(await tasks.isDeletionDue(taskid)).toBe(true)
      expect(await enter(await put({ person: user }), taskid, true)).toMatchObject({ taskid })
      expect(await waiting(taskid)).toBeUndefined()
    })

    test('is nobody else’s to enter, and is deleted', async () => {
      const { taskid } = await removed()
      expect(await enter(await put(), taskid, true)).toBe('absent')
      expect(await waiting(taskid)).toBeDefined()
    })

    test('cannot be entered while the provider is just told so, and can when that has failed', async () => {
      const { taskid, person: user } = await removed()
      const claimed = await queue.claimDeletions(1_000, MINUTE)
      expect(claimed.map((one) => one.taskid)).toContain(taskid)
      const row = await put({ person: user })
      expect(await enter(row, taskid, true)).toBe('deleting')
      await queue.deletionFailed(taskid, hoursAgo(-1))
      expect(await enter(row, taskid, true)).toMatchObject({ taskid })
    })

    test('and was deleted while the provider was asked is not there', async () => {
      const { taskid, person: user } = await removed()
      await queue.dropDeletion(taskid)
      expect(await enter(await put({ person: user }), taskid, true)).toBe('absent')
    })

    test('is either entered or claimed for deletion, never both', async () => {
      for (let round = 0; round < 5; round++) {
        const all = await Promise.all(Array.from({ length: 20 }, removed))
        const rows = await Promise.all(all.map(({ person: user }) => put({ person: user })))
        const entering = rows.map((row, n) => enter(row, all[n]?.taskid ?? '', true))
        const [ends, ...claims] = await Promise.all([
          Promise.all(entering),
          ...Array.from({ length: 10 }, () => queue.claimDeletions(2, MINUTE)),
        ])
        const claimed = new Set(claims.flat().map(({ taskid }) => taskid))
        expect(ends.map((end) => end === 'deleting')).toEqual(all.map(({ taskid }) => claimed.has(taskid)))
      }
    })

    test('is put down or refused to others when it is removed while they enter it', async () => {
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
