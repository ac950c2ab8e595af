import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import {
  type BatchRow,
  batchRecords,
  type GenerationRow,
  ImageGone,
  OverLimit,
  queue,
  records,
} from '@/lib/server/db'
import { UNLIMITED } from '@/lib/shared/limits'
import { everythingOf, somebody, submission } from './fixture'

const batchOf = (person: string, changed: Partial<BatchRow> = {}): BatchRow => ({
  id: ulid(),
  person,
  idempotency_key: null,
  fingerprint: 'f',
  name: 'Spring',
  rows: 3,
  paused: 0,
  created_at: new Date().toISOString(),
  ...changed,
})

const rowsOf = ({ id, person, rows }: BatchRow, changed: Partial<GenerationRow> = {}) =>
  Array.from({ length: rows }, (_, index) => ({
    row: submission({
      person,
      status: 'queued',
      queue_order: index,
      batch: id,
      batch_row: index + 1,
      ...changed,
    }),
    images: [],
  }))

const add = (batch: BatchRow, changed: Partial<GenerationRow> = {}) =>
  batchRecords.insert(batch, rowsOf(batch, changed), UNLIMITED)

const claim = () => queue.claim(10, ulid(), 60_000, async () => ({ parallel: null, of: () => null }))

/** Contract of batches: all rows are written down or none, each is sent at most once, and a batch that is held is in nobody’s way. */
export function batchesContract(): void {
  describe('a batch', () => {
    test('is written down with all its rows, in order, and found by its owner alone', async () => {
      const batch = batchOf(somebody())
      expect(await add(batch)).toEqual({ stored: batch, replayed: false })
      expect(await batchRecords.find(batch.id, batch.person)).toEqual(batch)
      expect(await batchRecords.find(batch.id, somebody())).toBeUndefined()
      expect((await batchRecords.newest(batch.id)).map(({ batch_row }) => batch_row)).toEqual([1, 2, 3])
      expect((await batchRecords.counts([batch.id])).get(batch.id)).toEqual({ queued: 3 })
      expect(await batchRecords.list(batch.person, 10, null)).toEqual([batch])
      expect(await batchRecords.list(batch.person, 10, batch.id)).toEqual([])
    })

    test.each([
      ['an image that is gone', ImageGone, UNLIMITED, [ulid()]],
      ['a limit that the last row exceeds', OverLimit, { ...UNLIMITED, perDay: 2 }, []],
    ])('with %s is not written down at all', async (_, error, limits, images) => {
      const batch = batchOf(somebody())
      const rows = rowsOf(batch).map((one, index) => (index === 2 ? { ...one, images } : one))
      await expect(batchRecords.insert(batch, rows, limits)).rejects.toThrow(error)
      expect(await batchRecords.find(batch.id, batch.person)).toBeUndefined()
      expect(await everythingOf(batch.person)).toEqual([])
    })

    test('that comes several times at once under one key is written down once', async () => {
      const person = somebody()
      const tries = Array.from({ length: 5 }, () => batchOf(person, { idempotency_key: 'k' }))
      const written = await Promise.all(tries.map((batch) => add(batch)))
      expect(written.filter(({ replayed }) => !replayed)).toHaveLength(1)
      expect(new Set(written.map(({ stored }) => stored.id)).size).toBe(1)
      expect(await everythingOf(person)).toHaveLength(3)
    })
  })

  describe('a batch that is held', () => {
    test('is not sent, and keeps nobody waiting', async () => {
      const batch = batchOf(somebody())
      await add(batch)
      expect(await batchRecords.pause(batch.id, batch.person, true)).toBe(true)
      expect(await claim()).toEqual([])
      expect((await queue.standing()).held.size).toBe(3)
      const other = submission({ person: somebody(), lease: ulid() })
      const { stored } = await records.insert(other, [], UNLIMITED, undefined, {
        parallel: null,
        mayWait: false,
      })
      expect(stored.status).toBe('submitting')
      await batchRecords.pause(batch.id, batch.person, false)
      expect(await claim()).toHaveLength(3)
    })

    test('is held by its owner alone', async () => {
      const batch = batchOf(somebody())
      await add(batch)
      expect(await batchRecords.pause(batch.id, somebody(), true)).toBe(false)
      expect(await claim()).toHaveLength(3)
    })
  })

  describe('a row that is tried again', () => {
    const again = ({ person, batch, batch_row, status }: GenerationRow): GenerationRow | null =>
      status === 'failed'
        ? submission({
            id: ulid(Date.now() + 10 + (batch_row ?? 0)),
            person,
            batch,
            batch_row,
            status: 'queued',
          })
        : null

    test('is queued once, however many ask at once, and its newest generation counts', async () => {
      const batch = batchOf(somebody())
      await add(batch, { status: 'failed' })
      const queued = await Promise.all([1, 2, 3].map(() => batchRecords.retry(batch.id, UNLIMITED, again)))
      expect(queued.toSorted()).toEqual([0, 0, 3])
      expect((await batchRecords.counts([batch.id])).get(batch.id)).toEqual({ queued: 3 })
      expect((await batchRecords.newest(batch.id)).map(({ status }) => status)).toEqual([
        'queued',
        'queued',
        'queued',
      ])
      expect(await everythingOf(batch.person)).toHaveLength(6)
    })

    test('counts against the limits', async () => {
      const batch = batchOf(somebody())
      await add(batch, { status: 'failed' })
      const retried = batchRecords.retry(batch.id, { ...UNLIMITED, perDay: 4 }, again)
      await expect(retried).rejects.toThrow(OverLimit)
      expect((await batchRecords.counts([batch.id])).get(batch.id)).toEqual({ failed: 3 })
    })
  })
}
