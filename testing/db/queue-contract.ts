import { ulid } from 'ulid'
import { beforeEach, describe, expect, test } from 'vitest'
import { dueWork, NoSlot, queue, records, type Slots } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import type { GenerationRow } from '@/lib/server/db/tables'
import { UNLIMITED } from '@/lib/shared/limits'
import { hoursAgo, somebody, submission } from './fixture'

const MINUTE = 60_000

let order = 0

/** A generation in the queue, behind all that were queued before. */
async function enqueue(changed: Partial<GenerationRow> = {}): Promise<GenerationRow> {
  const row = submission({ status: 'queued', person: somebody(), queue_order: ++order, ...changed })
  await records.insert(row, [])
  return row
}

const slots =
  (parallel: number | null, of: Slots['of'] = () => null) =>
  async () => ({ parallel, of })

const claim = (limit: number, parallel: number | null = null, of?: Slots['of']) =>
  queue.claim(limit, ulid(), MINUTE, slots(parallel, of))

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()

async function statusOf({ id, person }: GenerationRow) {
  return (await records.find(id, person))?.status
}

/** Inserts a submission that would be sent at once. */
const arrive = (parallel: number | null, mayWait = true, changed: Partial<GenerationRow> = {}) =>
  records.insert(submission({ person: somebody(), lease: ulid(), ...changed }), [], UNLIMITED, undefined, {
    parallel,
    mayWait,
  })

/** Contract of the queue: nothing is sent twice or forgotten, never more than there are slots, and people take turns. */
export function queueContract(): void {
  beforeEach(async () => {
    await (await db()).deleteFrom('generations').execute()
  })

  describe('a new submission', () => {
    test('is sent at once while there is a place', async () => {
      expect((await arrive(2)).stored.status).toBe('submitting')
      expect((await arrive(2)).stored.status).toBe('submitting')
      expect((await arrive(2)).stored).toMatchObject({ status: 'queued', lease: null, sent_at: null })
      expect((await arrive(null)).stored.status).toBe('queued') // behind the one that waits
    })

    test('is not written down where it would have to wait and may not', async () => {
      await arrive(1)
      const row = submission({ person: somebody() })
      const refused = records.insert(row, [], UNLIMITED, undefined, { parallel: 1, mayWait: false })
      await expect(refused).rejects.toThrow(NoSlot)
      expect(await records.find(row.id, row.person)).toBeUndefined()
    })

    test('waits while the queue is stopped', async () => {
      await queue.pause('by_person')
      expect((await arrive(null)).stored.status).toBe('queued')
    })

    test('of many at once, never more than there are places are sent', async () => {
      const all = await Promise.all(Array.from({ length: 30 }, () => arrive(4)))
      expect(all.filter(({ stored }) => stored.status === 'submitting')).toHaveLength(4)
    })

    test('under a key that was refused for a passing reason waits like any other', async () => {
      await arrive(1)
      const about = { person: somebody(), idempotency_key: 'k' }
      const refused = { status: 'rejected', failure_code: 'provider_busy' } as const
      const { stored } = await arrive(null, true, { ...about, ...refused })
      const again = await arrive(1, true, about)
      expect(again).toMatchObject({
        replayed: false,
        stored: { id: stored.id, status: 'queued', lease: null },
      })
    })
  })

  describe('a place is taken', () => {
    const inAnHour = hoursAgo(-1)
    test.each<[Partial<GenerationRow>, number]>([
      [{ status: 'submitting' }, 1],
      [{ status: 'pending' }, 1],
      [{ status: 'processing' }, 1],
      [{ status: 'uploading' }, 1],
      [{ status: 'unknown', expires_at: inAnHour }, 1],
      [{ status: 'unknown', expires_at: hoursAgo(1) }, 0],
      [{ status: 'unknown' }, 0],
      [{ status: 'queued', lease: 'another', lease_until: inAnHour }, 1],
      [{ status: 'queued' }, 0],
      [{ status: 'saving' }, 0],
      [{ status: 'completed' }, 0],
      [{ status: 'failed' }, 0],
      [{ status: 'rejected' }, 0],
    ])('by %o: %i', async (state, taken) => {
      await records.insert(submission({ person: somebody(), ...state }), [])
      expect((await queue.standing()).running).toBe(taken)
    })
  })

  describe('claiming', () => {
    test('takes no more than there are free slots, across concurrent senders', async () => {
      await records.insert(submission({ person: somebody(), status: 'processing' }), [])
      for (let n = 0; n < 20; n++) await enqueue()
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim(16, 4)))
      const got = claims.flat()
      expect(got).toHaveLength(3)
      expect(new Set(idsOf(got)).size).toBe(3)
    })

    test('serves people by turns, each in order', async () => {
      const [ann, ben, cat] = [somebody(), somebody(), somebody()]
      const taken: string[] = []
      const rows: GenerationRow[] = []
      for (const person of [ann, ann, ann, ann, ben, ben, cat]) rows.push(await enqueue({ person }))
      for (let n = 0; n < rows.length; n++) {
        for (const { id, lease } of await claim(16, n + 1)) {
          taken.push(id)
          await queue.begin(id, lease, hoursAgo(-1))
        }
      }
      const people = taken.map((id) => rows.find((row) => row.id === id)?.person)
      expect(people).toEqual([ann, ben, cat, ann, ben, ann, ann])
      const ofAnn = rows.filter(({ person }) => person === ann).map(({ id }) => id)
      expect(taken.filter((id) => ofAnn.includes(id))).toEqual(ofAnn)
    })

    test('leaves out people who have as many in the making as they may', async () => {
      const [full, free] = [somebody(), somebody()]
      await records.insert(submission({ person: full, status: 'processing' }), [])
      await enqueue({ person: full })
      const { id } = await enqueue({ person: free })
      expect(idsOf(await claim(16, 8, () => 1))).toEqual([id])
    })

    test('takes nothing while the queue is stopped or the provider is busy', async () => {
      const { id } = await enqueue()
      await queue.pause('out_of_credits')
      expect(await claim(16)).toEqual([])
      await queue.pause(null)
      await queue.busy(hoursAgo(-1), 1_000)
      expect(await claim(16)).toEqual([])
      await queue.slotFreed()
      expect(idsOf(await claim(16))).toEqual([id])
    })

    test('after the provider was busy, tries one at a time until it accepts something', async () => {
      for (let n = 0; n < 3; n++) await enqueue()
      await queue.busy(hoursAgo(1), 1_000)
      expect(await claim(16)).toHaveLength(1)
      expect(await claim(16)).toHaveLength(1)
      await queue.accepted()
      for (let n = 0; n < 3; n++) await enqueue()
      expect((await claim(16)).length).toBeGreaterThan(1)
    })

    test('takes what its sender died with before sending it, but not while the clock was just set', async () => {
      const { id } = await enqueue()
      const [first] = await queue.claim(1, 'dead', -1, slots(null))
      expect(first?.id).toBe(id)
      expect(await queue.claim(1, 'cautious', MINUTE, slots(null), false)).toEqual([])
      expect(idsOf(await claim(1))).toEqual([id])
      expect(await queue.begin(id, 'dead', hoursAgo(-1))).toBe(false)
    })

    test('takes nothing that waits for something else', async () => {
      const row = await enqueue()
      const [held] = await claim(1)
      await queue.postpone(row.id, held?.lease ?? '', { wait: 1_000, due_at: hoursAgo(-1) })
      expect(await claim(1)).toEqual([])
      expect(await statusOf(row)).toBe('queued')
    })
  })

  describe('what was claimed', () => {
    test('is being sent from then on, and lost if its sender dies', async () => {
      const row = await enqueue()
      const [held] = await claim(1)
      expect(await statusOf(row)).toBe('queued')
      expect(await queue.begin(row.id, held?.lease ?? '', hoursAgo(-1))).toBe(true)
      expect(await records.find(row.id, row.person)).toMatchObject({
        status: 'submitting',
        sent_at: expect.any(String),
        expires_at: expect.any(String),
      })
      expect(await claim(1)).toEqual([])
      await dueWork.extend(row.id, held?.lease ?? '', -1)
      expect(await dueWork.giveUpSending({ status: 'unknown' })).toEqual([row.id])
    })

    test('is not sent once it was deleted', async () => {
      const row = await enqueue()
      const [held] = await claim(1)
      expect(await records.remove(row.id, row.person, new Date())).toBe(true)
      expect(await queue.begin(row.id, held?.lease ?? '', hoursAgo(-1))).toBe(false)
    })
  })

  test('times far ahead, which a clock set forward and back leaves, stop nothing and nobody', async () => {
    const [ann, ben] = [somebody(), somebody()]
    await enqueue({ person: ann })
    const second = await enqueue({ person: ben })
    const far = hoursAgo(-72)
    await (await db()).insertInto('queue_turns').values({ person: ann, taken_at: far }).execute()
    await queue.busy(far, MINUTE)
    expect(await claim(1)).toEqual([])
    expect(await queue.mendTimes(MINUTE)).toBe(2)
    expect(await queue.mendTimes(MINUTE)).toBe(0)
    const [first] = await claim(1)
    expect(first?.person).toBe(ann)
    await queue.busy(new Date(Date.now() + MINUTE).toISOString(), MINUTE)
    expect(await queue.mendTimes(MINUTE), 'a wait that is meant stays').toBe(0)
    expect(await claim(1)).toEqual([])
    await queue.slotFreed()
    expect(idsOf(await claim(1))).toEqual([second.id])
  })

  test('one’s own can be put first, before one’s own alone', async () => {
    const [ann, ben] = [somebody(), somebody()]
    const [first, second, other] = [
      await enqueue({ person: ann }),
      await enqueue({ person: ann }),
      await enqueue({ person: ben }),
    ]
    expect((await queue.standing()).ids).toEqual([first.id, other.id, second.id])
    expect(await queue.putFirst(second.id, ann)).toBe(true)
    expect((await queue.standing()).ids).toEqual([second.id, other.id, first.id])
    expect(await queue.putFirst(other.id, ann)).toBe(false)
    const [held] = await claim(1)
    expect(held?.id).toBe(second.id)
  })
}
