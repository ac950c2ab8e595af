import { beforeEach, describe, expect, test } from 'vitest'
import { db, OverBudget, records, spend, tasks } from '@/lib/server/db'
import type { GenerationRow } from '@/lib/server/db/tables'
import { NO_PRICES, type Prices } from '@/lib/shared/spend/prices'
import type { UsageBy } from '@/lib/shared/spend/usage'
import { boundsOfMonth } from '@/lib/shared/team'
import { somebody, submission } from './fixture'

const RATE = { model: 'seedance-2', resolution: '720p', sound: false, credits: 10 }
const MONTH = '2026-03'
const at = (day: string, month = MONTH) => `${month}-${day}T12:00:00.000Z`

/** A video of 5 s at 720p without sound: 50 credits by `RATE`. */
const video = (person: string, changed: Partial<GenerationRow> = {}) =>
  submission({
    person,
    settings: JSON.stringify({ duration: 5, resolution: '720p' }),
    duration: 5,
    resolution: '720p',
    created_at: at('10'),
    ...changed,
  })

const set = (prices: Partial<Prices>, budgets: Parameters<typeof spend.change>[1]['budgets'] = {}) =>
  spend.change('local', { prices, budgets, console: undefined })

const priced = (credits: number, more: Partial<Prices> = {}) =>
  set({ rates: [{ ...RATE, credits }], ...more })

/** Credits by state that somebody has in a month. */
async function creditsOf(person: string, month = MONTH, by: UsageBy = 'model') {
  const entries = await spend.sums({ ...boundsOfMonth(month), person }, by)
  const sums: Record<string, number> = {}
  for (const { state, credits } of entries) sums[state] = (sums[state] ?? 0) + credits
  return sums
}

async function insertAll(rows: GenerationRow[]) {
  const ends = await Promise.allSettled(rows.map((row) => records.insert(row, [])))
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  return { accepted: ends.length - refused.length, refused }
}

/** Contract of prices, budgets and what is spent, for every database. */
export function spendContract(): void {
  beforeEach(async () => {
    const database = await db()
    await database.deleteFrom('budgets').execute()
    await set({ ...NO_PRICES, rates: [RATE] })
  })

  test('prices are those that were entered last, and a part of them can be changed', async () => {
    await set({ ...NO_PRICES })
    expect(await spend.prices()).toEqual(NO_PRICES)
    const thousand = { amount: 0.1, currency: 'USD' }
    await priced(12, { thousand })
    await set({ failed: 'billed' })
    expect(await spend.prices()).toEqual({ rates: [{ ...RATE, credits: 12 }], thousand, failed: 'billed' })
  })

  test('a generation keeps the price of its moment', async () => {
    const user = somebody()
    const [before, after] = [video(user), video(user)]
    await records.insert(before, [])
    await priced(20)
    await records.insert(after, [])
    expect(await records.find(before.id, user)).toMatchObject({ credits: 50 })
    expect(await records.find(after.id, user)).toMatchObject({ credits: 100 })
    expect(await creditsOf(user)).toEqual({ reserved: 150 })
  })

  test('without a known price nothing is reserved, and the video is counted', async () => {
    const user = somebody()
    const row = video(user, { settings: JSON.stringify({ resolution: '480p' }) })
    const { stored } = await records.insert(row, [])
    expect(stored.credits).toBeNull()
    const [entry] = await spend.sums({ ...boundsOfMonth(MONTH), person: user }, 'person')
    expect(entry).toMatchObject({ credits: 0, count: 1, unpriced: 1, seconds: 5, currency: null })
  })

  test('credits follow what becomes of the video', async () => {
    const user = somebody()
    const row = video(user)
    await records.insert(row, [])
    const becomes = async (status: GenerationRow['status'], failure_code: string | null = null) => {
      const { status: before } = (await records.find(row.id, user)) ?? row
      await records.update(row.id, user, [before], { status, failure_code })
      return creditsOf(user)
    }
    expect(await becomes('queued')).toEqual({ reserved: 50 })
    expect(await becomes('unknown', 'provider_unclear')).toEqual({ unknown: 50 })
    expect(await becomes('pending')).toEqual({ reserved: 50 })
    expect(await becomes('failed', 'generation_failed')).toEqual({ unknown: 50 })
    await set({ failed: 'not_billed' })
    expect(await creditsOf(user)).toEqual({ released: 50 })
    expect(await becomes('saving')).toEqual({ spent: 50 })
    expect(await becomes('failed', 'result_lost')).toEqual({ spent: 50 })
    expect(await becomes('rejected', 'provider_refused')).toEqual({ released: 50 })
  })

  test('an entered taskid reserves again what was unknown', async () => {
    const user = somebody()
    const row = video(user, { status: 'unknown' })
    await records.insert(row, [])
    const entered = { id: row.id, person: user, taskid: `task-${row.id}`, wasDue: false }
    await tasks.enter(entered, { due_at: at('10'), wait: 0 })
    expect(await creditsOf(user)).toEqual({ reserved: 50 })
  })

  test.each([
    ['completed', null, 'spent'],
    ['queued', null, 'released'],
    ['processing', null, 'unknown'],
    ['failed', 'result_lost', 'spent'],
    ['rejected', 'provider_refused', 'released'],
  ] as const)('deleting one that is %s (%s) leaves its credits %s', async (status, failure_code, state) => {
    const user = somebody()
    const row = video(user)
    await records.insert(row, [])
    await records.update(row.id, user, ['submitting'], { status, failure_code })
    expect(await records.remove(row.id, user, new Date())).toBe(true)
    expect(await creditsOf(user)).toEqual({ [state]: 50 })
  })

  test('a further try of what was refused reserves anew, at the price of now', async () => {
    const user = somebody()
    const row = video(user, { idempotency_key: 'k' })
    await records.insert(row, [])
    await records.update(row.id, user, ['submitting'], { status: 'rejected', failure_code: 'provider_busy' })
    await priced(20)
    const again = await records.insert(
      video(user, { idempotency_key: 'k', created_at: at('02', '2026-04') }),
      [],
    )
    expect(again).toMatchObject({ replayed: false, stored: { id: row.id, credits: 100 } })
    expect(await creditsOf(user)).toEqual({ released: 50 })
    expect(await creditsOf(user, '2026-04')).toEqual({ reserved: 100 })
  })

  test('a repeated submission reserves nothing more', async () => {
    const user = somebody()
    for (let times = 0; times < 3; times++) await records.insert(video(user, { idempotency_key: 'k' }), [])
    expect(await creditsOf(user)).toEqual({ reserved: 50 })
  })

  test('sums are by person, token, model or month, and in the money of their moment', async () => {
    const user = somebody()
    const completed = (changed: Partial<GenerationRow>) => video(user, { status: 'completed', ...changed })
    await priced(10, { thousand: { amount: 0.1, currency: 'USD' } })
    await records.insert(completed({ token: 'a token' }), [])
    await priced(10, { thousand: { amount: 1, currency: 'CNY' } })
    await records.insert(completed({ created_at: at('01', '2026-04') }), [])
    await records.insert(completed({ model: 'seedance-1.5-pro' }), [])

    const sums = async (by: UsageBy, from: string | null = null, until: string | null = null) =>
      (await spend.sums({ from, until, person: user }, by))
        .map(({ key, currency, credits, amount, count }) => [key, currency, credits, amount, count])
        .toSorted((a, b) => `${a}`.localeCompare(`${b}`))
    const march = boundsOfMonth(MONTH)
    expect(await sums('token', march.from, march.until)).toEqual([
      [null, null, 0, 0, 1],
      ['a token', 'USD', 50, 0.005, 1],
    ])
    expect(await sums('model')).toEqual([
      ['seedance-1.5-pro', null, 0, 0, 1],
      ['seedance-2', 'CNY', 50, 0.05, 1],
      ['seedance-2', 'USD', 50, 0.005, 1],
    ])
    expect(await sums('person', march.from, march.until)).toEqual([
      [user, null, 0, 0, 1],
      [user, 'USD', 50, 0.005, 1],
    ])
    expect((await sums('month')).map(([month]) => month)).toEqual(['2026-03', '2026-03', '2026-04'])
  })

  describe('a budget', () => {
    test('of the studio holds when many people press at once', async () => {
      // A month of its own: the studio's sums are of everybody.
      const created_at = at('05', '2031-01')
      await set({}, { studio: 500 })
      const rows = Array.from({ length: 50 }, () => video(somebody(), { created_at }))
      const { accepted, refused } = await insertAll(rows)
      expect(accepted).toBe(10)
      for (const error of refused)
        expect(error).toMatchObject({ name: 'OverBudget', whose: 'studio', left: 0 })
    })

    test('of a person holds when they press many times at once', async () => {
      const user = somebody()
      await set({}, { everybody: 199 })
      const { accepted, refused } = await insertAll(Array.from({ length: 50 }, () => video(user)))
      expect(accepted).toBe(3)
      const about = { name: 'OverBudget', whose: 'person', budget: 199, left: 49, needed: 50 }
      for (const error of refused) expect(error).toMatchObject(about)
      expect(await creditsOf(user)).toEqual({ reserved: 150 })
      expect(await spend.budgetsLeft(user, MONTH)).toEqual({
        person: { budget: 199, left: 49 },
        studio: null,
      })
    })

    test('counts what may have been billed, and not what surely wasn’t', async () => {
      const user = somebody()
      await set({}, { everybody: 100 })
      const [first, second] = [video(user), video(user)]
      await records.insert(first, [])
      await records.insert(second, [])
      const refused = () => expect(records.insert(video(user), [])).rejects.toThrow(OverBudget)
      await refused()
      await records.update(first.id, user, ['submitting'], { status: 'unknown' })
      await records.update(second.id, user, ['submitting'], { status: 'completed' })
      await records.remove(second.id, user, new Date())
      await refused()
      await records.update(first.id, user, ['unknown'], { status: 'rejected' })
      await records.insert(video(user), [])
    })

    test('begins anew each month, and is each person’s own', async () => {
      const user = somebody()
      await set({}, { everybody: 50 })
      await records.insert(video(user), [])
      await expect(records.insert(video(user), [])).rejects.toThrow(OverBudget)
      await records.insert(video(user, { created_at: at('01', '2026-04') }), [])
      await records.insert(video(somebody()), [])
    })

    test('lets nothing stand that it refused', async () => {
      const user = somebody()
      await set({}, { everybody: 0 })
      const row = video(user, { idempotency_key: 'k' })
      await expect(records.insert(row, [])).rejects.toThrow(OverBudget)
      expect(await records.find(row.id, user)).toBeUndefined()
      await set({}, { everybody: null })
      await records.insert(video(user, { idempotency_key: 'k' }), [])
      expect(await creditsOf(user)).toEqual({ reserved: 50 })
    })

    test('is not asked about a free video, nor about one without a known price', async () => {
      const user = somebody()
      await set({}, { everybody: 0 })
      await records.insert(video(user, { settings: '{"resolution": "480p"}' }), [])
      await priced(0)
      await records.insert(video(user), [])
    })

    test('can be set only for people who exist', async () => {
      expect(await set({}, { people: { [somebody()]: 5 } })).toBe(false)
      for (const name of ['*', '**', '__proto__'])
        expect(await set({}, { people: { [name]: 5 } })).toBe(false)
      expect(await spend.budgets()).toEqual({ studio: null, everybody: null, people: {} })
    })
  })

  test('the console’s figure for a month can be entered, corrected and removed', async () => {
    const enter = (credits: number | null) =>
      spend.change('local', { prices: {}, budgets: {}, console: { month: '2031-02', credits } })
    for (const credits of [1_200, 1_300.5, null]) {
      await enter(credits)
      expect(await spend.consoleFigure('2031-02')).toBe(credits)
    }
  })
}
