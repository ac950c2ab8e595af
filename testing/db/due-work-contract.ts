import { ulid } from 'ulid'
import { beforeEach, describe, expect, test } from 'vitest'
import { dueWork, records } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import type { GenerationRow } from '@/lib/server/db/tables'
import { hoursAgo, somebody, submission } from './fixture'

const MINUTE = 60_000
const inAnHour = () => hoursAgo(-1)

async function put(changed: Partial<GenerationRow> = {}): Promise<string> {
  const row = submission({
    person: somebody(),
    status: 'pending',
    due_at: hoursAgo(1),
    taskid: ulid(),
    ...changed,
  })
  await records.insert(row, [])
  return row.id
}

async function state(id: string): Promise<GenerationRow> {
  return (await db()).selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

const ids = (claimed: { id: string }[]) => claimed.map(({ id }) => id)

/** Contract of the work queue: nothing is done twice or never. */
export function dueWorkContract(): void {
  // The queue is shared by all users: leftovers of other tests would become due here.
  beforeEach(async () => {
    await (await db()).deleteFrom('generations').execute()
  })

  describe('claiming', () => {
    test('never gives the same generation to concurrent workers', async () => {
      for (let round = 0; round < 10; round++) {
        const due = await Promise.all(Array.from({ length: 60 }, () => put()))
        const claims = await Promise.all(
          Array.from({ length: 30 }, (_, n) => dueWork.claim(['pending'], 5, `run-${round}-${n}`, MINUTE)),
        )
        const got = ids(claims.flat())
        expect(new Set(got).size).toBe(got.length)
        const rest = await dueWork.claim(['pending'], 100, `rest-${round}`, MINUTE)
        expect([...got, ...ids(rest)].toSorted()).toEqual(due.toSorted())
        for (const { id, lease } of claims.flat()) expect((await state(id)).lease).toBe(lease)
      }
    })

    test('returns due generations of the given statuses, longest overdue first', async () => {
      await put({ due_at: hoursAgo(1) })
      await put({ due_at: inAnHour() })
      await put({ due_at: null })
      await put({ status: 'saving', due_at: hoursAgo(9) })
      const [second, first] = [await put({ due_at: hoursAgo(2) }), await put({ due_at: hoursAgo(3) })]
      expect(ids(await dueWork.claim(['pending', 'uploading'], 2, 'run', MINUTE)).toSorted()).toEqual(
        [first, second].toSorted(),
      )
    })

    test('skips a leased generation until its lease expires', async () => {
      const id = await put()
      await dueWork.claim(['pending'], 1, 'first', MINUTE)
      expect(await dueWork.claim(['pending'], 1, 'second', MINUTE)).toEqual([])
      await dueWork.extend(id, 'first', -1)
      expect(await dueWork.claim(['pending'], 1, 'second', MINUTE)).toMatchObject([{ id, lease: 'second' }])
    })

    test('a heartbeat extends the lease and reports when it was lost', async () => {
      const id = await put()
      await dueWork.claim(['pending'], 1, 'first', -1)
      expect(await dueWork.extend(id, 'first', MINUTE)).toBe(true)
      expect(await dueWork.claim(['pending'], 1, 'second', MINUTE)).toEqual([])
      await dueWork.extend(id, 'first', -1)
      await dueWork.claim(['pending'], 1, 'second', MINUTE)
      expect(await dueWork.extend(id, 'first', MINUTE)).toBe(false)
    })

    test('only the lease holder can write the outcome, which releases the lease', async () => {
      const id = await put()
      await dueWork.claim(['pending'], 1, 'first', -1)
      await dueWork.claim(['pending'], 1, 'second', MINUTE)
      expect(await dueWork.release(id, 'first', { status: 'failed' })).toBe(false)
      expect(await state(id)).toMatchObject({ status: 'pending', lease: 'second' })
      expect(await dueWork.release(id, 'second', { status: 'processing', wait: 7 })).toBe(true)
      expect(await state(id)).toMatchObject({
        status: 'processing',
        wait: 7,
        lease: null,
        lease_until: null,
      })
      expect(await dueWork.release(id, 'second', { status: 'failed' })).toBe(false)
    })

    test('a generation removed while leased is not brought back', async () => {
      const id = await put({ person: 'local' })
      await dueWork.claim(['pending'], 1, 'first', MINUTE)
      await records.remove(id, 'local', new Date())
      expect(await dueWork.extend(id, 'first', MINUTE)).toBe(false)
      expect(await dueWork.release(id, 'first', { status: 'completed' })).toBe(false)
      expect(await records.find(id, 'local')).toBeUndefined()
    })
  })

  test('right after the clock was changed, only generations without a lease are claimed', async () => {
    const held = await put()
    await dueWork.claim(['pending'], 1, 'first', -1)
    const free = await put()
    expect(ids(await dueWork.claim(['pending'], 9, 'second', MINUTE, false))).toEqual([free])
    expect((await state(held)).lease).toBe('first')
  })

  describe('times farther ahead than any wait', () => {
    const farthest = { poll: 10 * MINUTE, save: 7 * 60 * MINUTE, lease: MINUTE, deletion: 2 * MINUTE }
    const due = async (id: string) => Date.parse((await state(id)).due_at ?? '') <= Date.now()

    test('become due, with a maximum of its own for each kind of work', async () => {
      const [poll, save] = [
        await put({ due_at: inAnHour() }),
        await put({ status: 'saving', due_at: hoursAgo(-24) }),
      ]
      const stand = [
        await put({ due_at: new Date(Date.now() + 9 * MINUTE).toISOString() }),
        await put({ status: 'saving', due_at: inAnHour() }),
        await put({ due_at: null, status: 'completed' }),
      ]
      const before = await Promise.all(stand.map(state))
      expect(await dueWork.mendTimes(farthest)).toBe(2)
      expect(await Promise.all([poll, save].map(due))).toEqual([true, true])
      expect(await Promise.all(stand.map(state))).toEqual(before)
      expect(await dueWork.mendTimes(farthest)).toBe(0)
    })

    test('of a lease expire soon, unless its holder is alive', async () => {
      const far = hoursAgo(-72)
      const [dead, alive, sending] = [
        await put({ lease: 'dead', lease_until: far }),
        await put({ lease: 'alive', lease_until: far }),
        await put({ status: 'submitting', due_at: null, lease: 'sender', lease_until: far }),
      ]
      expect(await dueWork.mendTimes({ ...farthest, lease: -1 })).toBe(3)
      expect(await dueWork.extend(alive, 'alive', MINUTE)).toBe(true)
      expect(ids(await dueWork.claim(['pending'], 9, 'next', MINUTE))).toEqual([dead])
      expect(await dueWork.giveUpSending({ status: 'unknown' })).toEqual([sending])
    })
  })

  test('countMissing counts the generations missing at the provider, except the given one', async () => {
    const missing_since = hoursAgo(1)
    const one = await put({ missing_since })
    await put({ missing_since, status: 'saving' })
    await put({ missing_since, status: 'failed', due_at: null })
    await put()
    expect(await dueWork.countMissing(one)).toBe(1)
  })

  test('giveUpSending gives up only submissions whose lease has expired', async () => {
    const sending = { status: 'submitting', due_at: null, lease: 'sender' } as const
    const stalled = await put({ ...sending, lease_until: hoursAgo(0.01) })
    const alive = await put({ ...sending, lease_until: inAnHour() })
    const done = await put({ status: 'pending', lease: 'sender', lease_until: hoursAgo(1) })
    expect(await dueWork.giveUpSending({ status: 'unknown', failure_code: 'lost' })).toEqual([stalled])
    expect(await state(stalled)).toMatchObject({ status: 'unknown', failure_code: 'lost', lease: null })
    expect((await state(alive)).status).toBe('submitting')
    expect((await state(done)).status).toBe('pending')
  })

  test('overdue polls are spread over time, while saves and later polls keep their times', async () => {
    const overdue = await Promise.all(Array.from({ length: 120 }, () => put()))
    const [saving, later, never] = [
      await put({ status: 'saving' }),
      await put({ due_at: inAnHour() }),
      await put({ due_at: null }),
    ]
    const before = await Promise.all([saving, later, never].map(state))
    const start = Date.now()
    await dueWork.spreadOverdue(10 * MINUTE)
    const times = await Promise.all(overdue.map(async (id) => Date.parse((await state(id)).due_at ?? '')))
    expect(Math.min(...times)).toBeGreaterThanOrEqual(start)
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now() + 10 * MINUTE)
    expect(new Set(times).size).toBe(50)
    expect(await Promise.all([saving, later, never].map(state))).toEqual(before)
  })
}
