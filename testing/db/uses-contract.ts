import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { db, incoming, OverLimit, quota, records } from '@/lib/server/db'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import { everythingOf, hoursAgo, somebody, submission } from './fixture'

const minutesAgo = (minutes: number) => hoursAgo(minutes / 60)
const only = (limits: Partial<Limits>): Limits => ({ ...UNLIMITED, ...limits })

const makeImage = (about: { person: string; bytes: number; at?: string }) => ({
  id: ulid(),
  at: new Date().toISOString(),
  ...about,
})

/** Runs calls concurrently; counts those accepted and returns the errors of the others. */
async function runConcurrently(calls: (() => Promise<unknown>)[]) {
  const ends = await Promise.allSettled(calls.map((call) => call()))
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  return { accepted: ends.length - refused.length, refused }
}

const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => expect.fail('the call was accepted'),
    (error: unknown) => error,
  )

/** Contract of quota and usage, for every database. */
export function usesContract(): void {
  describe('under concurrent calls, the limit', () => {
    const cases = [
      ['perMinute', 7],
      ['atOnce', 3],
      ['perDay', 5],
    ] as const
    test.each(cases)('%s still holds', async (limit, most) => {
      const user = somebody()
      const calls = Array.from(
        { length: 30 },
        () => () => records.insert(submission({ person: user }), [], only({ [limit]: most })),
      )
      const { accepted, refused } = await runConcurrently(calls)
      expect(accepted).toBe(most)
      for (const error of refused) expect(error).toMatchObject({ name: 'OverLimit', limit, most })
      expect(await everythingOf(user)).toHaveLength(most)
    })

    test('imageMbPerDay still holds', async () => {
      const user = somebody()
      const calls = Array.from(
        { length: 20 },
        () => () =>
          incoming.note(makeImage({ person: user, bytes: 30_000_000 }), only({ imageMbPerDay: 100 })),
      )
      expect((await runConcurrently(calls)).accepted).toBe(3)
    })
  })

  test('a limit can be checked before an upload, and checking counts as no usage', async () => {
    const user = somebody()
    const limits = only({ perDay: 2, atOnce: 2, imageMbPerDay: 10 })
    await incoming.note(makeImage({ person: user, bytes: 6_000_000 }), limits)
    await incoming.check(user, 'image', 4_000_000, limits)
    await expect(incoming.check(user, 'image', 4_000_001, limits)).rejects.toMatchObject({
      limit: 'imageMbPerDay',
      most: 10,
    })
    await records.insert(submission({ person: user, idempotency_key: 'known' }), [], limits)
    for (let times = 0; times < 3; times++) await incoming.check(user, 'film', 0, limits)
    await expect(incoming.check(user, 'film', 0, only({ atOnce: 1 }))).rejects.toThrow(OverLimit)
    await expect(incoming.check(user, 'film', 0, only({ perDay: 1 }))).rejects.toThrow(OverLimit)
    expect(await incoming.knowsKey(user, 'known')).toBe(true)
    expect(await incoming.knowsKey(somebody(), 'known')).toBe(false)
  })

  test('a replayed submission counts as no further usage', async () => {
    const user = somebody()
    const limits = only({ perMinute: 1 })
    const first = await records.insert(submission({ person: user, idempotency_key: 'k' }), [], limits)
    const again = await records.insert(submission({ person: user, idempotency_key: 'k' }), [], limits)
    expect(again).toEqual({ stored: first.stored, replayed: true })
  })

  test('users’ quotas are independent', async () => {
    const limits = only({ perDay: 1 })
    await records.insert(submission({ person: somebody() }), [], limits)
    await records.insert(submission({ person: somebody() }), [], limits)
  })

  test('usage outside the window does not count, and the refusal says when there is room', async () => {
    const user = somebody()
    await records.insert(submission({ person: user, created_at: hoursAgo(25) }), [])
    await records.insert(submission({ person: user, created_at: minutesAgo(60) }), [])
    const refused = await refusalOf(records.insert(submission({ person: user }), [], only({ perDay: 1 })))
    if (!(refused instanceof OverLimit)) throw refused
    expect(refused.wait / 3_600_000).toBeCloseTo(23, 1)
    await records.insert(submission({ person: user }), [], only({ perDay: 2 }))
  })

  test('deleting a video does not restore quota', async () => {
    const user = somebody()
    const row = submission({ person: user, status: 'completed' })
    await records.insert(row, [])
    await records.remove(row.id, user, new Date())
    await expect(records.insert(submission({ person: user }), [], only({ perDay: 1 }))).rejects.toThrow(
      OverLimit,
    )
  })

  test('a submission that the provider refused counts only per minute, deleted or not', async () => {
    const user = somebody()
    const [kept, removed] = [
      submission({ person: user, status: 'rejected' }),
      submission({ person: user, status: 'rejected' }),
    ]
    for (const row of [kept, removed]) await records.insert(row, [])
    await records.remove(removed.id, user, new Date())
    await expect(records.insert(submission({ person: user }), [], only({ perMinute: 2 }))).rejects.toThrow(
      OverLimit,
    )
    await records.insert(submission({ person: user }), [], only({ perDay: 1, atOnce: 1 }))
  })

  test('a submission over the limit leaves no record and no usage', async () => {
    const user = somebody()
    await expect(records.insert(submission({ person: user }), [], only({ atOnce: 0 }))).rejects.toThrow(
      OverLimit,
    )
    expect(await everythingOf(user)).toEqual([])
    await records.insert(submission({ person: user }), [], only({ perMinute: 1 }))
  })

  test('a month’s usage counts finished videos by resolution, including deleted ones, and images', async () => {
    const user = somebody()
    const day = (date: string) => `2026-03-${date}T12:00:00.000Z`
    const video = (date: string, changed: Parameters<typeof submission>[0]) =>
      submission({
        person: user,
        status: 'completed',
        duration: 5,
        resolution: '720p',
        created_at: day(date),
        ...changed,
      })
    const deleted = video('02', { duration: 15 })
    const videos = [
      deleted,
      video('01', {}),
      video('03', { resolution: '480p' }),
      video('04', { status: 'failed' }),
    ]
    for (const row of videos) await records.insert(row, [])
    await records.remove(deleted.id, user, new Date())
    await incoming.note(makeImage({ person: user, bytes: 1_000, at: day('05') }), UNLIMITED)
    await incoming.note(makeImage({ person: user, bytes: 2_000, at: day('06') }), UNLIMITED)
    await records.insert(video('01', { created_at: '2026-04-01T00:00:00.000Z' }), [])

    const used = await quota.used('2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z')
    const own = used.filter((use) => use.person === user)
    expect(own.toSorted((a, b) => `${a.resolution}`.localeCompare(`${b.resolution}`))).toEqual([
      { person: user, kind: 'film', resolution: '480p', count: 1, seconds: 5, bytes: 0 },
      { person: user, kind: 'film', resolution: '720p', count: 2, seconds: 20, bytes: 0 },
      { person: user, kind: 'image', resolution: null, count: 2, seconds: 0, bytes: 3_000 },
    ])
  })

  test('limits can be set, changed and removed, for one user or for everybody', async () => {
    const user = await member()
    await quota.setLimits(user, [['perDay', 3]])
    await quota.setLimits(user, [['perDay', 4]])
    await quota.setLimits(null, [['atOnce', 9]])
    expect(await quota.limits(user)).toEqual(
      expect.arrayContaining([
        { person: user, name: 'perDay', most: 4 },
        { person: null, name: 'atOnce', most: 9 },
      ]),
    )
    await quota.setLimits(user, [['perDay', null]])
    await quota.setLimits(null, [['atOnce', null]])
    expect(await quota.limits(user)).toEqual([])
  })

  test('limits can be set only for existing users', async () => {
    for (const word of ['__proto__', 'constructor', '*', '', 'local', somebody()]) {
      expect(await quota.setLimits(word, [['perDay', 3]]), word).toBe(false)
      expect(await quota.limits(word), word).toEqual([])
    }
  })

  test('an old limit of a user who does not exist is not listed', async () => {
    const row = { person: '__proto__', name: 'perDay', most: 1 } as const
    await (await db()).insertInto('limits').values(row).execute()
    const user = await member()
    await quota.setLimits(user, [['perDay', 2]])
    const users = (await quota.limits()).map((limit) => limit.person)
    expect(users).toContain(user)
    expect(users).not.toContain('__proto__')
  })
}

async function member(): Promise<string> {
  const [id, now] = [somebody(), new Date().toISOString()]
  const row = {
    id,
    name: 'N',
    email: `${id}@example.com`,
    email_verified: 1,
    image: null,
    role: 'member',
  } as const
  await (await db())
    .insertInto('people')
    .values({ ...row, ended_at: null, created_at: now, updated_at: now })
    .execute()
  return id
}
