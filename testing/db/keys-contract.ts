import { expect, test } from 'vitest'
import { KeySpent, KeyTaken, OverLimit, records } from '@/lib/server/db'
import type { GenerationRow } from '@/lib/server/db/tables'
import { UNLIMITED } from '@/lib/shared/limits'
import { everythingOf, somebody, submission } from './fixture'

const DAY = 86_400_000
const after = (ms: number) => new Date(Date.now() + ms).toISOString()

/** One idempotency key pays for one video, even if it is deleted, refused, or used concurrently. */
export function keysContract(): void {
  const keyed = (user: string, more: Partial<GenerationRow> = {}) =>
    submission({ person: user, idempotency_key: 'k', ...more })
  const refused = (code: string) => ({ status: 'rejected', failure_code: code }) as const

  /** A user whose generation with a key was deleted. */
  async function deleted(): Promise<string> {
    const user = somebody()
    const row = keyed(user, { status: 'completed' })
    await records.insert(row, [])
    await records.remove(row.id, user, new Date())
    return user
  }

  test('a key stays spent, with its fingerprint, for a day after its generation was created', async () => {
    const user = await deleted()
    const again = records.insert(keyed(user, { created_at: after(DAY - 60_000) }), [])
    await expect(again).rejects.toThrow(KeySpent)
    await expect(records.insert(keyed(user, { fingerprint: 'g' }), [])).rejects.toMatchObject({
      fingerprint: 'f',
    })
    expect(await everythingOf(user)).toEqual([])
    expect((await records.insert(keyed(somebody()), [])).replayed).toBe(false)
    expect((await records.insert(keyed(user, { created_at: after(DAY + 1_000) }), [])).replayed).toBe(false)
  })

  test('a key can be reused after its day and is then spent again; forgetKeys drops only expired keys', async () => {
    const user = await deleted()
    const later = keyed(user, { status: 'completed', created_at: after(DAY + 1_000) })
    await records.insert(later, [])
    await records.remove(later.id, user, new Date())
    await records.forgetKeys()
    await expect(records.insert(keyed(user), [])).rejects.toThrow(KeySpent)
  })

  test('a submission repeated during a deletion is replayed or rejected as spent, never created anew', async () => {
    for (let round = 0; round < 20; round++) {
      const user = somebody()
      const row = keyed(user, { status: 'completed' })
      await records.insert(row, [])
      const again = Array.from({ length: 6 }, () =>
        records.insert(keyed(user), []).then(
          ({ stored }) => stored.id,
          (error: unknown) => error,
        ),
      )
      const [, ...answers] = await Promise.all([records.remove(row.id, user, new Date()), ...again])
      for (const answer of answers) if (answer !== row.id) expect(answer).toBeInstanceOf(KeySpent)
      expect(await everythingOf(user)).toEqual([])
    }
  })

  test.each(['provider_busy', 'provider_unreachable', 'out_of_credits'])(
    'after %s, only one of several concurrent retries resends, with the same record',
    async (code) => {
      const user = somebody()
      const row = keyed(user, { ...refused(code), starred: 1, created_at: after(-DAY) })
      await records.insert(row, [])
      const tries = Array.from({ length: 10 }, (_, n) => keyed(user, { lease: `run-${n}` }))
      const answers = await Promise.all(tries.map((one) => records.insert(one, [])))
      const [winner] = answers.filter(({ replayed }) => !replayed)
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
      for (const { stored } of answers) expect(stored).toMatchObject({ id: row.id, status: 'submitting' })
      expect(winner?.stored).toMatchObject({ starred: 1, failure_code: null, failure_message: null })
      const own = tries.find(({ lease }) => lease === winner?.stored.lease)
      expect(winner?.stored.created_at).toBe(own?.created_at)
      expect(await everythingOf(user)).toHaveLength(1)
    },
  )

  test.each([
    refused('provider_refused'),
    refused('internal'),
    { status: 'unknown', failure_code: 'provider_unclear' },
    { status: 'pending' },
  ] as const)('a key whose generation is %j is replayed, not resent', async (standing) => {
    const user = somebody()
    const row = keyed(user, standing)
    await records.insert(row, [])
    expect(await records.insert(keyed(user), [])).toMatchObject({
      replayed: true,
      stored: { id: row.id, ...standing },
    })
  })

  test('a different request with the key of a refused one sends nothing', async () => {
    const user = somebody()
    await records.insert(keyed(user, refused('provider_busy')), [])
    await expect(records.insert(keyed(user, { fingerprint: 'g' }), [])).rejects.toThrow(KeyTaken)
    expect(await everythingOf(user)).toMatchObject([{ status: 'rejected', fingerprint: 'f' }])
  })

  test('every retry with a key counts per minute, but all of them count once per day', async () => {
    const user = somebody()
    const limits = { ...UNLIMITED, perMinute: 3, perDay: 1, atOnce: 1 }
    const row = keyed(user, refused('provider_busy'))
    await records.insert(row, [], limits)
    for (let n = 0; n < 2; n++) {
      expect((await records.insert(keyed(user), [], limits)).replayed).toBe(false)
      await records.update(row.id, user, ['submitting'], refused('provider_busy'))
    }
    await expect(records.insert(keyed(user), [], limits)).rejects.toThrow(OverLimit)
    expect(await records.find(row.id, user)).toMatchObject({ status: 'rejected', lease: null })
  })
}
