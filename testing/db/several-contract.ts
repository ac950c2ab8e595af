import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import {
  ImageGone,
  type InsertOptions,
  KeySpent,
  KeyTaken,
  NoSlot,
  OverLimit,
  queue,
  records,
  uploads,
} from '@/lib/server/db'
import type { GenerationRow } from '@/lib/server/db/tables'
import { UNLIMITED } from '@/lib/shared/limits'
import { everythingOf, photo, somebody, submission } from './fixture'

/** Several generations at a time: all of them are written down, or none. */
export function severalContract(): void {
  const rowsOf = (person: string, count: number, more: Partial<GenerationRow> = {}) =>
    Array.from({ length: count }, (_, index) =>
      submission({ person, idempotency_key: `k#${index + 1}`, lease: ulid(), ...more }),
    )
  const insert = (rows: GenerationRow[], options: InsertOptions = {}, images: string[] = []) =>
    records.insertAll(
      rows.map((row) => ({ row, images })),
      options,
    )

  test('are read back in order, each with its images', async () => {
    const person = somebody()
    const image = photo({ person })
    await uploads.add(image)
    const rows = rowsOf(person, 3)
    const inserted = await insert(rows, {}, [image.id])
    expect(inserted.map(({ stored }) => stored.id)).toEqual(rows.map(({ id }) => id))
    expect(inserted.every(({ stored, replayed }) => !replayed && stored.images.length === 1)).toBe(true)
    expect(await everythingOf(person)).toHaveLength(3)
  })

  test('repeated at once are made once', async () => {
    const person = somebody()
    const answers = await Promise.all(Array.from({ length: 12 }, () => insert(rowsOf(person, 4))))
    expect(answers.flat().filter(({ replayed }) => !replayed)).toHaveLength(4)
    expect(await everythingOf(person)).toHaveLength(4)
    for (const answer of answers)
      expect(answer.map(({ stored }) => stored.idempotency_key)).toEqual(['k#1', 'k#2', 'k#3', 'k#4'])
  })

  test('with different content are as many as a batch has rows', async () => {
    const person = somebody()
    const image = photo({ person })
    await uploads.add(image)
    const rows = Array.from({ length: 500 }, (_, n) =>
      submission({ person, status: 'queued', queue_order: n, fingerprint: `${n}`, prompt: `Koala ${n}` }),
    )
    const inserted = await records.insertAll(rows.map((row) => ({ row, images: [image.id, image.id] })))
    expect(inserted.map(({ stored }) => stored.prompt)).toEqual(rows.map(({ prompt }) => prompt))
    expect(inserted.every(({ stored }) => stored.status === 'queued' && stored.images.length === 2)).toBe(
      true,
    )
  })

  test('are nothing where there are none', async () => {
    expect(await records.insertAll([])).toEqual([])
  })

  describe('are not written at all', () => {
    test('when the last of them exceeds a limit', async () => {
      const person = somebody()
      const limits = { ...UNLIMITED, perDay: 3 }
      await expect(insert(rowsOf(person, 4), { limits })).rejects.toThrow(OverLimit)
      expect(await everythingOf(person)).toEqual([])
      expect(await insert(rowsOf(person, 3), { limits })).toHaveLength(3)
    })

    test('when an image is gone', async () => {
      const person = somebody()
      await expect(insert(rowsOf(person, 2), {}, ['nothing'])).rejects.toThrow(ImageGone)
      expect(await everythingOf(person)).toEqual([])
    })

    test('when one was made before and deleted', async () => {
      const person = somebody()
      const [first] = await insert(rowsOf(person, 2, { status: 'completed' }))
      await records.remove(first?.stored.id ?? '', person, new Date())
      await expect(insert(rowsOf(person, 2))).rejects.toThrow(KeySpent)
      expect(await everythingOf(person)).toHaveLength(1)
    })

    test('when the key of one belongs to something else', async () => {
      const person = somebody()
      await insert(rowsOf(person, 2))
      await expect(insert(rowsOf(person, 4, { fingerprint: 'g' }))).rejects.toThrow(KeyTaken)
      expect(await everythingOf(person)).toHaveLength(2)
    })

    test('when not all can be sent at once and none may wait', async () => {
      const person = somebody()
      const queueing = { parallel: (await taken()) + 2, mayWait: false }
      await expect(insert(rowsOf(person, 3), { queueing })).rejects.toThrow(NoSlot)
      expect(await everythingOf(person)).toEqual([])
      expect(await insert(rowsOf(person, 2), { queueing })).toHaveLength(2)
    })
  })

  /** Slots that other tests have taken. */
  async function taken(): Promise<number> {
    return (await queue.standing()).running
  }

  test('take the free places in order, and the rest waits', async () => {
    const queueing = { parallel: (await taken()) + 2, mayWait: true }
    const inserted = await insert(rowsOf(somebody(), 4), { queueing })
    expect(inserted.map(({ stored }) => stored.status)).toEqual([
      'submitting',
      'submitting',
      'queued',
      'queued',
    ])
    expect(inserted.slice(2).every(({ stored }) => stored.lease === null)).toBe(true)
  })

  test('refused for a passing reason are sent again, and the others are not', async () => {
    const person = somebody()
    const [first] = await insert(rowsOf(person, 2))
    await records.update(first?.stored.id ?? '', person, ['submitting'], {
      status: 'rejected',
      failure_code: 'provider_busy',
    })
    const again = await insert(rowsOf(person, 2))
    expect(again.map(({ replayed }) => replayed)).toEqual([false, true])
    expect(again[0]?.stored).toMatchObject({ id: first?.stored.id, status: 'submitting' })
  })

  test('a key is used for one kind of submission alone, whichever comes first', async () => {
    for (let round = 0; round < 10; round++) {
      const person = somebody()
      const several = { key: 'k', keys: ['k'], isOther: () => true }
      const one = { key: 'k', keys: ['k#1', 'k#2'], isOther: (fingerprint: string) => fingerprint === 'n' }
      const single = () => insert([submission({ person, idempotency_key: 'k' })], { rivals: one })
      const both = await Promise.allSettled([
        insert(rowsOf(person, 2, { fingerprint: 'n' }), { rivals: several }),
        single(),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      for (const answer of both)
        if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(KeyTaken)
    }
  })

  test('a key of one’s own that looks like that of a variation is no rival', async () => {
    const person = somebody()
    const rivals = { key: 'k', keys: ['k#1'], isOther: (fingerprint: string) => fingerprint === 'n' }
    await insert([submission({ person, idempotency_key: 'k#1' })])
    expect(await insert([submission({ person, idempotency_key: 'k' })], { rivals })).toHaveLength(1)
  })
}
