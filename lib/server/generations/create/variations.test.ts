import { ulid } from 'ulid'
import { describe, expect, test, vi } from 'vitest'
import { dueWork } from '@/lib/server/db'
import { create, list, remove, tracker } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { form, me, problemOf, upload } from '@/testing/generations/submission'

const studio = startStudio({ TENSORSLAB_PARALLEL_TASKS: '4' })
const { fail, ledger } = studio

const newKey = () => ulid()
const several = (count: number, fields: Record<string, string> = {}, ...images: string[]) =>
  form({ ...fields, count: `${count}` }, ...images)
const seedsSent = () =>
  ledger()
    .tasks.map(({ fields }) => fields.seed)
    .toSorted()

test('a count makes as many generations, each with a task of its own', async () => {
  const image = await upload('red')
  const { items, replayed } = await create(several(3, {}, image.id), newKey(), me)
  expect(replayed).toBe(false)
  expect(items).toHaveLength(3)
  expect(items?.every(({ status, images }) => status === 'pending' && images.length === 1)).toBe(true)
  expect(new Set(items?.map(({ taskid }) => taskid)).size).toBe(3)
  expect(ledger().tasks.map(({ images }) => images.length)).toEqual([1, 1, 1])
  for (const { id } of items ?? []) await studio.until(id, 'completed')
  expect(ledger().creates).toHaveLength(3)
})

test('a count of one is a list of one, and no count is none', async () => {
  expect((await create(several(1), newKey(), me)).items).toHaveLength(1)
  expect((await create(form(), newKey(), me)).items).toBeNull()
})

test('the list shows them in the order of their keys, the last first', async () => {
  const { items } = await create(several(4), newKey(), me)
  const listed = (await list(me, {})).items.map(({ id }) => id)
  expect(listed).toEqual(items?.map(({ id }) => id).toReversed())
})

describe('the seed', () => {
  test.each([
    ['that was given is counted up', '41', ['41', '42', '43']],
    ['starts anew after the largest', '4294967294', ['0', '4294967294', '4294967295']],
    ['that asks for a random one stays', '-1', ['-1', '-1', '-1']],
  ])('%s', async (_, seed, sent) => {
    const { items } = await create(several(3, { seed }), newKey(), me)
    expect(seedsSent()).toEqual(sent)
    expect(items?.map(({ settings }) => `${settings?.seed}`).toSorted()).toEqual(sent)
  })

  test('is left to the provider where none was given', async () => {
    await create(several(2), newKey(), me)
    expect(seedsSent()).toEqual([undefined, undefined])
  })
})

describe('one key', () => {
  test('makes them once, however many requests repeat it', async () => {
    const key = newKey()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => create(several(4, { seed: '7' }), key, me)),
    )
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(new Set(answers.flatMap(({ items }) => items?.map(({ id }) => id))).size).toBe(4)
    expect(ledger().creates).toHaveLength(4)
  })

  test.each([
    ['another count', several(2), several(3)],
    ['a smaller count', several(3), several(2)],
    ['other content', several(2), several(2, { seed: '1' })],
    ['a count, after none', form(), several(2)],
    ['a count of one, after none', form(), several(1)],
    ['no count, after one', several(2), form()],
  ])('is refused for %s, and nothing is sent', async (_, first, second) => {
    const key = newKey()
    await create(first, key, me)
    const before = ledger().creates.length
    expect((await problemOf(create(second, key, me))).code).toBe('idempotency_mismatch')
    expect(ledger().creates).toHaveLength(before)
  })

  test('that looks like one of a variation is as good as any', async () => {
    const key = newKey()
    await create(form(), `${key}#1`, me)
    expect((await problemOf(create(several(2), key, me))).code).toBe('idempotency_mismatch')
    await create(form(), key, me)
    expect(ledger().creates).toHaveLength(2)
  })

  test('says that one was deleted, and makes no other', async () => {
    const key = newKey()
    const { items } = await create(several(2), key, me)
    await remove(items?.[1]?.id ?? '', me)
    expect((await problemOf(create(several(2), key, me))).code).toBe('gone')
    expect((await problemOf(create(several(3), key, me))).code).toBe('idempotency_mismatch')
    expect(ledger().creates).toHaveLength(2)
  })

  test('repeated after the server died while sending finds all of them, and sends none again', async () => {
    const key = newKey()
    fail({ on: 'create', fault: 'slow', ms: 600, times: 3 })
    const answered = create(several(3), key, me)
    await vi.waitUntil(() => ledger().tasks.length === 3, { interval: 5, timeout: 120_000 })
    await dueWork.forgetLeases()
    await tracker.pollOnce()
    const again = await create(several(3), key, me)
    expect(again.replayed).toBe(true)
    expect(again.items?.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown'])
    expect((await answered).items?.every(({ taskid }) => taskid !== null)).toBe(true)
    expect(ledger().creates).toHaveLength(3)
  })
})

describe('each says what became of it', () => {
  test('where the provider refused one', async () => {
    const key = newKey()
    fail({ on: 'create', fault: 'code-9999', msg: 'may contain real person' })
    const { items } = await create(several(3), key, me)
    expect(items?.map(({ status }) => status).toSorted()).toEqual(['pending', 'pending', 'rejected'])
    const refused = items?.find(({ status }) => status === 'rejected')
    expect(refused?.failure?.message).toContain('real person')
    expect(await create(several(3), key, me)).toMatchObject({ replayed: true, items })
  })

  test('where the answer for one was lost', async () => {
    fail({ on: 'create', fault: 'drop-after-accepting' })
    const { items } = await create(several(2), newKey(), me)
    expect(items?.map(({ status }) => status).toSorted()).toEqual(['pending', 'unknown'])
    expect(ledger().creates).toHaveLength(2)
  })

  test('where the provider was busy for one that may not wait: repeating sends that one alone', async () => {
    const key = newKey()
    const atOnce = () => create(several(3), key, me, { mayWait: false })
    fail({ on: 'create', fault: 'too-many-requests' })
    const { items } = await atOnce()
    expect(items?.map(({ status }) => status).toSorted()).toEqual(['pending', 'pending', 'rejected'])
    const again = await atOnce()
    expect(again.replayed).toBe(false)
    expect(again.items?.map(({ id, status }) => ({ id, status }))).toEqual(
      items?.map(({ id }) => ({ id, status: 'pending' })),
    )
    expect(ledger().creates).toHaveLength(4)
  })

  test('where some wait for a place', async () => {
    const { items } = await create(several(6), newKey(), me)
    const statuses = items?.map(({ status }) => status)
    expect(statuses).toEqual(['pending', 'pending', 'pending', 'pending', 'queued', 'queued'])
    expect(items?.map(({ queue }) => queue?.position)).toEqual([
      ...Array.from({ length: 4 }, () => undefined),
      1,
      2,
    ])
    for (const { id } of items ?? []) await studio.until(id, 'completed')
    expect(ledger()).toMatchObject({ peak: 4 })
    expect(ledger().creates).toHaveLength(6)
  })
})

test('when not all fit and none may wait, nothing is sent or kept', async () => {
  const refused = await problemOf(create(several(5), newKey(), me, { mayWait: false }))
  expect(refused.code).toBe('provider_busy')
  expect((await list(me, {})).items).toEqual([])
  expect(ledger().creates).toEqual([])
})

test.each(['0', '9', '-1', '2.5', 'two', '1e0', ' '])(
  'a count of “%s” is refused with the bounds, together with whatever else is wrong',
  async (count) => {
    const problem = await problemOf(create(form({ count, ratio: '5:4' }), null, me))
    expect(problem).toMatchObject({
      code: 'invalid_input',
      details: {
        reasons: [
          { type: 'out_of_range', field: 'count', min: 1, max: 8 },
          { type: 'not_one_of', field: 'ratio' },
        ],
      },
    })
    expect(ledger().creates).toEqual([])
  },
)

test('a count that is given twice is refused', async () => {
  const problem = await problemOf(create([...several(2), { name: 'count', value: '2' }], null, me))
  expect(problem.details.reasons).toEqual([{ type: 'repeated', field: 'count' }])
})
