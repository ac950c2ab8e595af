import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { allowance, db, incoming, OverLimit, records } from '@/lib/server/db'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import { everythingOf, hoursAgo, somebody, wish } from './fixture'

const minutesAgo = (minutes: number) => hoursAgo(minutes / 60)
const only = (limits: Partial<Limits>): Limits => ({ ...UNLIMITED, ...limits })

const picture = (about: { person: string; bytes: number; at?: string }) => ({
  id: ulid(),
  at: new Date().toISOString(),
  ...about,
})

/** How many of many presses at once went through, and why the others did not. */
async function pressAtOnce(presses: (() => Promise<unknown>)[]) {
  const ends = await Promise.allSettled(presses.map((press) => press()))
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  return { taken: ends.length - refused.length, refused }
}

const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => expect.fail('it was taken'),
    (error: unknown) => error,
  )

/** What one person may do and has done, whichever database counts it. */
export function usesContract(): void {
  describe('a limit holds however many press at once', () => {
    const cases = [
      ['perMinute', 7],
      ['atOnce', 3],
      ['perDay', 5],
    ] as const
    test.each(cases)('%s', async (limit, most) => {
      const person = somebody()
      const presses = Array.from(
        { length: 30 },
        () => () => records.insert(wish({ person }), [], only({ [limit]: most })),
      )
      const { taken, refused } = await pressAtOnce(presses)
      expect(taken).toBe(most)
      for (const error of refused) expect(error).toMatchObject({ name: 'OverLimit', limit, most })
      expect(await everythingOf(person)).toHaveLength(most)
    })

    test('imageMbPerDay', async () => {
      const person = somebody()
      const presses = Array.from(
        { length: 20 },
        () => () => incoming.note(picture({ person, bytes: 30_000_000 }), only({ imageMbPerDay: 100 })),
      )
      expect((await pressAtOnce(presses)).taken).toBe(3)
    })
  })

  test('what would be over a limit is known before it has come, and asking is no use', async () => {
    const person = somebody()
    const limits = only({ perDay: 2, atOnce: 2, imageMbPerDay: 10 })
    await incoming.note(picture({ person, bytes: 6_000_000 }), limits)
    await incoming.check(person, 'image', 4_000_000, limits)
    await expect(incoming.check(person, 'image', 4_000_001, limits)).rejects.toMatchObject({
      limit: 'imageMbPerDay',
      most: 10,
    })
    await records.insert(wish({ person, idempotency_key: 'known' }), [], limits)
    for (let times = 0; times < 3; times++) await incoming.check(person, 'film', 0, limits)
    await expect(incoming.check(person, 'film', 0, only({ atOnce: 1 }))).rejects.toThrow(OverLimit)
    await expect(incoming.check(person, 'film', 0, only({ perDay: 1 }))).rejects.toThrow(OverLimit)
    expect(await incoming.knowsKey(person, 'known')).toBe(true)
    expect(await incoming.knowsKey(somebody(), 'known')).toBe(false)
  })

  test('the same wish again is no further use', async () => {
    const person = somebody()
    const limits = only({ perMinute: 1 })
    const first = await records.insert(wish({ person, idempotency_key: 'k' }), [], limits)
    const again = await records.insert(wish({ person, idempotency_key: 'k' }), [], limits)
    expect(again).toEqual({ stored: first.stored, replayed: true })
  })

  test('one person’s use takes nothing from another', async () => {
    const limits = only({ perDay: 1 })
    await records.insert(wish({ person: somebody() }), [], limits)
    await records.insert(wish({ person: somebody() }), [], limits)
  })

  test('what lies further back does not count, and one is told when it fits', async () => {
    const person = somebody()
    await records.insert(wish({ person, created_at: hoursAgo(25) }), [])
    await records.insert(wish({ person, created_at: minutesAgo(60) }), [])
    const refused = await refusalOf(records.insert(wish({ person }), [], only({ perDay: 1 })))
    if (!(refused instanceof OverLimit)) throw refused
    expect(refused.wait / 3_600_000).toBeCloseTo(23, 1)
    await records.insert(wish({ person }), [], only({ perDay: 2 }))
  })

  test('deleting a film gives nothing back', async () => {
    const person = somebody()
    const row = wish({ person, status: 'completed' })
    await records.insert(row, [])
    await records.remove(row.id, person, new Date())
    await expect(records.insert(wish({ person }), [], only({ perDay: 1 }))).rejects.toThrow(OverLimit)
  })

  test('what the provider refused counts for haste alone, deleted or not', async () => {
    const person = somebody()
    const [kept, removed] = [wish({ person, status: 'rejected' }), wish({ person, status: 'rejected' })]
    for (const row of [kept, removed]) await records.insert(row, [])
    await records.remove(removed.id, person, new Date())
    await expect(records.insert(wish({ person }), [], only({ perMinute: 2 }))).rejects.toThrow(OverLimit)
    await records.insert(wish({ person }), [], only({ perDay: 1, atOnce: 1 }))
  })

  test('a refused wish leaves nothing behind', async () => {
    const person = somebody()
    await expect(records.insert(wish({ person }), [], only({ atOnce: 0 }))).rejects.toThrow(OverLimit)
    expect(await everythingOf(person)).toEqual([])
    await records.insert(wish({ person }), [], only({ perMinute: 1 }))
  })

  test('a month’s use: finished films by size, also deleted ones, and images', async () => {
    const person = somebody()
    const day = (date: string) => `2026-03-${date}T12:00:00.000Z`
    const film = (date: string, changed: Parameters<typeof wish>[0]) =>
      wish({
        person,
        status: 'completed',
        duration: 5,
        resolution: '720p',
        created_at: day(date),
        ...changed,
      })
    const deleted = film('02', { duration: 15 })
    const films = [
      deleted,
      film('01', {}),
      film('03', { resolution: '480p' }),
      film('04', { status: 'failed' }),
    ]
    for (const row of films) await records.insert(row, [])
    await records.remove(deleted.id, person, new Date())
    await incoming.note(picture({ person, bytes: 1_000, at: day('05') }), UNLIMITED)
    await incoming.note(picture({ person, bytes: 2_000, at: day('06') }), UNLIMITED)
    await records.insert(film('01', { created_at: '2026-04-01T00:00:00.000Z' }), [])

    const used = await allowance.used('2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z')
    const own = used.filter((use) => use.person === person)
    expect(own.toSorted((a, b) => `${a.resolution}`.localeCompare(`${b.resolution}`))).toEqual([
      { person, kind: 'film', resolution: '480p', count: 1, seconds: 5, bytes: 0 },
      { person, kind: 'film', resolution: '720p', count: 2, seconds: 20, bytes: 0 },
      { person, kind: 'image', resolution: null, count: 2, seconds: 0, bytes: 3_000 },
    ])
  })

  test('limits are set, changed and taken back, for one or for everybody', async () => {
    const person = await member()
    await allowance.setLimits(person, [['perDay', 3]])
    await allowance.setLimits(person, [['perDay', 4]])
    await allowance.setLimits(null, [['atOnce', 9]])
    expect(await allowance.limits(person)).toEqual(
      expect.arrayContaining([
        { person, name: 'perDay', most: 4 },
        { person: null, name: 'atOnce', most: 9 },
      ]),
    )
    await allowance.setLimits(person, [['perDay', null]])
    await allowance.setLimits(null, [['atOnce', null]])
    expect(await allowance.limits(person)).toEqual([])
  })

  test('limits are set for people who are here, and for no other word', async () => {
    for (const word of ['__proto__', 'constructor', '*', '', 'local', somebody()]) {
      expect(await allowance.setLimits(word, [['perDay', 3]]), word).toBe(false)
      expect(await allowance.limits(word), word).toEqual([])
    }
  })

  test('a limit of nobody’s, from before it was refused, is not told as a person’s', async () => {
    const row = { person: '__proto__', name: 'perDay', most: 1 } as const
    await (await db()).insertInto('limits').values(row).execute()
    const person = await member()
    await allowance.setLimits(person, [['perDay', 2]])
    const told = (await allowance.limits()).map((limit) => limit.person)
    expect(told).toContain(person)
    expect(told).not.toContain('__proto__')
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
