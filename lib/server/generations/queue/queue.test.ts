import { beforeEach, describe, expect, test } from 'vitest'
import { queue } from '@/lib/server/db'
import { create, list, read, readQueue, remove, tracker, update, updateQueue } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { another, form, me, problemOf } from '@/testing/generations/submission'
import { startsIn } from './positions'

const studio = startStudio({ TENSORSLAB_PARALLEL_TASKS: '2' })
const { make, until, pass, fail, set, ledger } = studio
const MINUTE = 60_000

beforeEach(async () => {
  await updateQueue({ paused: false })
  await queue.accepted()
})

/** Everything in the making, until it is completed. */
async function finishAll(ids: string[]): Promise<void> {
  for (const id of ids) await until(id, 'completed')
}

test('what is beyond the places waits, in order, and everything is made once', async () => {
  const made = []
  for (let n = 0; n < 5; n++) made.push(await make())
  expect(made.map(({ status }) => status)).toEqual(['pending', 'pending', 'queued', 'queued', 'queued'])
  const [, , third, fourth, fifth] = await Promise.all(made.map(({ id }) => read(id, me)))
  expect([third, fourth, fifth].map((one) => one?.queue?.position)).toEqual([1, 2, 3])
  expect(third).toMatchObject({ taskid: null, sentAt: null, queue: { paused: null } })
  await tracker.pollOnce()
  expect(ledger().creates).toHaveLength(2)
  expect(await readQueue()).toEqual({ paused: null, parallel: 2, running: 2, queued: 3 })
  await finishAll(made.map(({ id }) => id))
  expect(ledger()).toMatchObject({ peak: 2 })
  expect(ledger().creates).toHaveLength(5)
  const { sentAt, createdAt } = await read(fifth?.id ?? '', me)
  expect(Date.parse(sentAt ?? '')).toBeGreaterThan(Date.parse(createdAt))
})

test('where it may not wait, it is refused, and nothing of it is kept', async () => {
  await make()
  await make()
  const before = (await list(me, {})).items.length
  const refused = await problemOf(create(form(), null, me, { mayWait: false }))
  expect(refused.code).toBe('provider_busy')
  expect((await list(me, {})).items).toHaveLength(before)
})

test('people take turns, and whoever was served last comes after the others', async () => {
  await make()
  await make()
  const own = [await make(), await make(), await make()]
  const theirs = (await create(form(), null, another)).generation
  const positions = await Promise.all(own.map(async ({ id }) => (await read(id, me)).queue?.position))
  expect(positions).toEqual([2, 3, 4])
  expect(theirs.queue?.position).toBe(1)
})

test('a queued one can be put first, and nothing else of it changes', async () => {
  await make()
  await make()
  const [first, second] = [await make(), await make()]
  expect(await update(second.id, { position: 1 }, me)).toMatchObject({
    status: 'queued',
    queue: { position: 1 },
  })
  expect((await read(first.id, me)).queue?.position).toBe(2)
  expect((await problemOf(update(second.id, { position: 1 }, another))).code).toBe('not_found')
})

test('deleting a queued one sends nothing', async () => {
  await make()
  await make()
  const { id } = await make()
  await remove(id, me)
  pass(10 * MINUTE)
  for (let n = 0; n < 5; n++) await tracker.pollOnce()
  expect(ledger().creates).toHaveLength(2)
})

test('what has been sent meanwhile is not deleted as if it had not been', async () => {
  await make()
  await make()
  const { id } = await make()
  await remove((await make()).id, me, { status: 'queued' })
  await until(id, 'pending')
  const refused = await problemOf(remove(id, me, { status: 'queued' }))
  expect(refused.details.reasons).toMatchObject([{ type: 'sent_meanwhile' }])
  expect((await problemOf(remove(id, me, { status: 'pending' }))).code).toBe('invalid_input')
  await remove(id, me)
  expect((await problemOf(read(id, me))).code).toBe('not_found')
})

describe('when the provider is busy', () => {
  test.each([
    { on: 'create', fault: 'too-many-requests', retryAfter: '7' },
    { on: 'create', fault: 'code-9999', msg: 'ServerOverloaded' },
  ] as const)('a submission goes into line and is sent after a wait: %o', async (fault) => {
    fail(fault)
    const { id, status, failure } = await make()
    expect({ status, failure }).toEqual({ status: 'queued', failure: null })
    await tracker.pollOnce()
    expect(ledger().creates).toHaveLength(1)
    await until(id, 'completed')
    expect(ledger().creates).toHaveLength(2)
  })

  test('nothing is tried before the wait that it asked for is over', async () => {
    fail({ on: 'create', fault: 'too-many-requests', retryAfter: '600' })
    await make()
    await make()
    pass(10 * MINUTE - 1_000)
    await tracker.pollOnce()
    expect(ledger().creates).toHaveLength(1)
    pass(3 * MINUTE)
    await tracker.pollOnce()
    expect(ledger().creates).toHaveLength(2)
  })

  test.each(['http_429', 'worded', 'waits'] as const)(
    'at a limit that the studio was not told, all are made once: %s',
    async (beyondLimit) => {
      set({ parallelTasks: 1, beyondLimit })
      const made = []
      for (let n = 0; n < 4; n++) made.push(await make())
      await finishAll(made.map(({ id }) => id))
      expect(ledger().tasks).toHaveLength(4)
      expect(ledger().peak).toBe(1)
      set({ parallelTasks: null })
    },
  )
})

describe('out of credits', () => {
  test.each([
    [2, 3],
    [5, 20],
  ])(
    'at video %i of %i the line stops, loses nothing, and goes on when a person says so',
    async (at, count) => {
      set({ credits: at - 1 })
      const ids: string[] = []
      for (let n = 0; n < count; n++) ids.push((await make()).id)
      await finishAll(ids.slice(0, at - 1))
      await tracker.pollOnce()
      expect(await readQueue()).toMatchObject({ paused: 'out_of_credits', queued: count - at + 1 })
      expect((await read(ids.at(-1) ?? '', me)).queue).toMatchObject({
        paused: 'out_of_credits',
        startsIn: null,
      })
      const { length: asked } = ledger().creates
      expect(asked, 'both places may have been tried').toBeLessThanOrEqual(at + 1)
      pass(60 * MINUTE)
      for (let n = 0; n < 5; n++) await tracker.pollOnce()
      expect(ledger().creates, 'asked in a loop').toHaveLength(asked)
      set({ credits: null })
      expect(await updateQueue({ paused: false })).toMatchObject({ paused: null })
      await finishAll(ids)
      expect(ledger().tasks).toHaveLength(count)
      expect(ledger()).toMatchObject({ peak: 2 })
    },
  )

  test('is told at once to whoever may not wait', async () => {
    set({ credits: 0 })
    const atOnce = () => problemOf(create(form(), null, me, { mayWait: false }))
    expect((await atOnce()).code).toBe('out_of_credits')
    expect((await readQueue()).paused).toBe(null)
    await make() // stops the line
    expect((await atOnce()).code).toBe('out_of_credits')
    await updateQueue({ paused: true })
    expect((await atOnce()).code).toBe('provider_busy')
    set({ credits: null })
  })
})

test('a person can hold the line', async () => {
  await updateQueue({ paused: true })
  const { id, queue: position } = await make()
  expect(position).toMatchObject({ position: 1, paused: 'by_person' })
  await tracker.pollOnce()
  expect(ledger().creates).toEqual([])
  await updateQueue({ paused: false })
  await until(id, 'completed')
  expect((await problemOf(updateQueue({ paused: 'yes' }))).code).toBe('invalid_input')
})

test('an answer that was lost takes a place until it is clear', async () => {
  fail({ on: 'create', fault: 'drop-after-accepting' })
  await problemOf(make())
  await make()
  expect((await make()).status).toBe('queued')
  expect((await readQueue()).running).toBe(2)
})

test.each([
  [1, 120, 2, 60],
  [4, 120, 2, 240],
  [1, undefined, 2, null],
])('position %i, videos of %o s, %o at once: starts in %o s', (position, usual, parallel, seconds) => {
  expect(startsIn(position, usual, parallel)).toBe(seconds)
})
