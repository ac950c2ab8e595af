import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { create, list, remove } from '@/lib/server/generations'
import { sweep } from '@/lib/server/generations/files/sweep'
import { startStudio } from '@/testing/generations/fixture'
import { form, me, problemOf, upload } from '@/testing/generations/submission'

const studio = startStudio()
const { pass, fail } = studio
const HOUR = 3_600_000

/** Keys used in one test stay spent in the next. */
const newKey = () => ulid()

describe('a key whose generation was deleted', () => {
  test('creates no second paid video for a day, and is forgotten after that', async () => {
    const key = newKey()
    const { generation } = await create(form(), key, me)
    await remove(generation.id, me)
    pass(23 * HOUR)
    await sweep()
    expect(await problemOf(create(form(), key, me))).toMatchObject({
      code: 'gone',
      detail: expect.stringContaining('new key'),
    })
    expect((await problemOf(create(form({ seed: '1' }), key, me))).code).toBe('idempotency_mismatch')
    expect(studio.ledger().creates).toHaveLength(1)
    pass(2 * HOUR)
    await sweep()
    expect((await create(form(), key, me)).replayed).toBe(false)
    expect(studio.ledger().creates).toHaveLength(2)
  })

  test('replayed during the deletion returns the generation or gone, never another error', async () => {
    for (let round = 0; round < 10; round++) {
      const key = newKey()
      const { generation } = await create(form(), key, me)
      const again = create(form(), key, me).then(
        (answer) => answer.replayed,
        ({ code }) => code,
      )
      await remove(generation.id, me)
      expect([true, 'gone']).toContain(await again)
    }
    expect(studio.ledger().creates).toHaveLength(10)
  })
})

/** A caller who is told at once that the provider is busy, instead of waiting in the queue. */
const AT_ONCE = { mayWait: false }

describe('a key whose generation was rejected', () => {
  test.each([
    [{ on: 'create', fault: 'too-many-requests' }, 'provider_busy'],
    [{ on: 'create', fault: 'code-9999', msg: 'ServerOverloaded' }, 'provider_busy'],
    [{ on: 'create', fault: 'code-9000' }, 'out_of_credits'],
  ] as const)(
    'for a passing reason, %o, sends the same record again once, however many requests repeat it',
    async (fault, code) => {
      const key = newKey()
      const image = await upload('red')
      fail(fault)
      const { details } = await problemOf(create(form({}, image.id), key, me, AT_ONCE))
      pass(48 * HOUR) // past the task's expiry, if that were counted from the first try
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => create(form({}, image.id), key, me, AT_ONCE)),
      )
      expect(answers.filter(({ replayed }) => !replayed)).toMatchObject([
        { generation: { id: details.generation, status: 'pending', failure: null } },
      ])
      expect(new Set(answers.map(({ generation }) => generation.id)).size).toBe(1)
      expect(studio.ledger().creates).toHaveLength(2)
      expect(studio.ledger().tasks.map(({ images }) => images.length)).toEqual([1])
      const { id } = await studio.until(details.generation ?? '', 'completed')
      expect((await list(me, {})).items.map((item) => item.id)).toEqual([id])
      expect(code).toBe((await problemOf(refusedAgain(fault))).code)
    },
  )

  /** A second refusal is stored and reported like the first. */
  async function refusedAgain(fault: Parameters<typeof fail>[0]) {
    const key = newKey()
    fail({ ...fault, times: 2 })
    const { details } = await problemOf(create(form(), key, me, AT_ONCE))
    const again = await problemOf(create(form(), key, me, AT_ONCE))
    expect(again.details.generation).toBe(details.generation)
    throw again
  }

  test('for good is replayed', async () => {
    const key = newKey()
    fail({ on: 'create', fault: 'code-9999', msg: 'may contain real person' })
    await problemOf(create(form(), key, me, AT_ONCE))
    expect(await create(form(), key, me, AT_ONCE)).toMatchObject({
      replayed: true,
      generation: { status: 'rejected' },
    })
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('still refuses a different request', async () => {
    const key = newKey()
    fail({ on: 'create', fault: 'too-many-requests' })
    await problemOf(create(form(), key, me, AT_ONCE))
    expect((await problemOf(create(form({ seed: '1' }), key, me, AT_ONCE))).code).toBe('idempotency_mismatch')
    expect(studio.ledger().creates).toHaveLength(1)
  })
})
