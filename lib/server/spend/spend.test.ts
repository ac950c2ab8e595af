import { beforeEach, expect, test } from 'vitest'
import { create, read } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { form, problemOf } from '@/testing/generations/submission'
import { estimateOf, readSettings, updateSettings, usageCsv, usageOf } from './index'

const studio = startStudio()
const { make, until, ledger, set } = studio

const me = { id: 'local', role: 'owner', via: 'machine' } as const
const RATES = [{ model: 'seedance-2', resolution: '480p', sound: false, credits: 10 }]
const NOTHING = { reserved: 0, spent: 0, released: 0, unknown: 0 }
const month = () => new Date().toISOString().slice(0, 7)

beforeEach(async () => {
  const budgets = { studio: null, everybody: null }
  await updateSettings({ rates: RATES, thousand: null, failed: 'unknown', budgets }, me)
})

test('what a video costs is reserved when it is written down, and spent when the provider has finished it', async () => {
  const made = await make()
  expect(made.cost).toEqual({ credits: 50, state: 'reserved' })
  await until(made.id, 'completed')
  expect((await read(made.id, me)).cost).toEqual({ credits: 50, state: 'spent' })
})

test('without a price there is no cost', async () => {
  await updateSettings({ rates: [] }, me)
  expect((await make()).cost).toBeNull()
})

test('what the provider refused is released', async () => {
  studio.fail({ on: 'create', fault: 'code-9999' })
  const { details } = await problemOf(create(form(), null, me))
  expect((await read(details.generation ?? '', me)).cost).toEqual({ credits: 50, state: 'released' })
})

test('over a budget nothing is written down or sent, and the refusal says what is left', async () => {
  const { total } = await usageOf(me, {})
  const taken = total.credits.reserved + total.credits.spent + total.credits.unknown
  await updateSettings({ budgets: { everybody: taken + 70 } }, me)
  await make()
  const sent = ledger().creates.length
  const problem = await problemOf(create(form(), null, me))
  expect(problem).toMatchObject({
    code: 'budget_exceeded',
    details: { which: 'person', budget: taken + 70, left: 20 },
  })
  expect(problem.details.reasons).toEqual([
    { type: 'over_budget', whose: 'person', budget: taken + 70, left: 20, needed: 50 },
  ])
  expect(problem.detail).toContain('needs 50 credits, but 20 of your')
  expect(ledger().creates).toHaveLength(sent)
  expect((await usageOf(me, {})).budgets).toEqual({
    person: { budget: taken + 70, left: 20 },
    studio: null,
  })
})

test('what the sandbox billed is what was counted, by a price of one credit a video', async () => {
  await set({ credits: 10 })
  await updateSettings({ rates: [{ ...RATES[0], credits: 0.2 }] }, me)
  const before = (await usageOf(me, {})).total.credits.spent
  const made = [await make(), await make(), await make()]
  for (const { id } of made) await until(id, 'completed')
  expect((await usageOf(me, {})).total.credits.spent - before).toBeCloseTo(3)
  expect(ledger().creates).toHaveLength(3)
})

test('the console’s figure shows the difference and the factor for the prices', async () => {
  const made = await make()
  await until(made.id, 'completed')
  const { spent } = (await usageOf(me, {})).total.credits
  await updateSettings({ console: { month: month(), credits: spent * 1.5 } }, me)
  expect((await usageOf(me, {})).console).toEqual({
    credits: spent * 1.5,
    difference: spent / 2,
    factor: 1.5,
  })
  await updateSettings({ console: { month: month(), credits: null } }, me)
  expect((await usageOf(me, {})).console).toBeNull()
})

test('those who aren’t owners, and tokens, see their own usage and the budgets that apply to them', async () => {
  await make()
  await updateSettings({ budgets: { everybody: 1_000_000 } }, me)
  for (const caller of [
    { id: 'another', role: 'member', via: 'session' },
    { id: 'another', role: 'owner', via: 'token' },
  ] as const) {
    const usage = await usageOf(caller, {})
    expect(usage).toMatchObject({ items: [], console: null, budgets: { person: { left: 1_000_000 } } })
    expect(usage.total.credits).toEqual(NOTHING)
    expect((await readSettings(caller)).budgets).toEqual({ studio: null, everybody: 1_000_000, people: {} })
  }
})

test('usage is a table as well, whose cells no spreadsheet carries out', async () => {
  const csv = usageCsv({
    month: '2026-11',
    by: 'person',
    items: [
      {
        id: '01J',
        name: '=1+1',
        credits: { ...NOTHING, spent: 50 },
        seconds: { ...NOTHING, spent: 5 },
        counts: { ...NOTHING, spent: 1 },
        amounts: [
          { currency: 'CNY', ...NOTHING, spent: 0.5 },
          { currency: 'USD', ...NOTHING },
        ],
        unpriced: 0,
      },
    ],
    total: { credits: NOTHING, seconds: NOTHING, counts: NOTHING, amounts: [], unpriced: 0 },
    budgets: { person: null, studio: null },
    console: null,
  })
  const [head, first, second] = csv.split('\r\n')
  expect(head).toMatch(/^\ufeffmonth,person,name,credits_reserved,credits_spent,/)
  expect(first).toBe("2026-11,01J,'=1+1,0,50,0,0,0,5,0,0,0,1,0,0,0,0,0.5,0,0,CNY")
  expect(second).toBe("2026-11,01J,'=1+1,,,,,,,,,,,,,,0,0,0,0,USD")
})

test('an estimate takes the fields of a submission, and says which of them is wrong', async () => {
  await updateSettings({ thousand: { amount: 0.1, currency: 'USD' } }, me)
  const fields = { prompt: '', ratio: '16:9', resolution: '480p', duration: '10' }
  expect(await estimateOf({ ...fields, count: '2' })).toEqual({
    credits: 200,
    tokens: 201_718,
    seconds: 20,
    price: { amount: 0.02, currency: 'USD' },
  })
  expect((await estimateOf({ generate_audio: '1' })).credits).toBeNull()
  for (const [field, value] of [
    ['duration', '7'],
    ['count', '9'],
    ['count', '0'],
    ['colour', 'red'],
  ] as const) {
    const { code, details } = await problemOf(estimateOf({ [field]: value }))
    expect([code, Object.keys(details.errors ?? {})]).toEqual(['invalid_input', [field]])
  }
})

test.each([
  [{ rates: [{ ...RATES[0], credits: -1 }] }, 'rates.0.credits'],
  [{ thousand: { amount: 1, currency: 'XYZ' } }, 'thousand.currency'],
  [{ console: { month: '2026-13', credits: 1 } }, 'console.month'],
  [{ budgets: { studio: '5' } }, 'budgets.studio'],
  [{ price: 1 }, 'The body'],
])('%j is refused by name', async (body, field) => {
  const { code, detail } = await problemOf(updateSettings(body, me))
  expect([code, detail.split(' isn’t valid')[0]]).toEqual(['invalid_input', field])
})

test.each([{ by: 'colour' }, { month: '2026-13' }, { month: 'November' }])(
  'usage of %j is refused',
  async (query) => {
    expect((await problemOf(usageOf(me, query))).code).toBe('invalid_input')
  },
)
