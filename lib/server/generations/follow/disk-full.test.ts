import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { create, expectImage, expectSubmission, list, read, tracker } from '@/lib/server/generations'
import { isStorageFull, measureBy } from '@/lib/server/room'
import { startStudio } from '@/testing/generations/fixture'
import { form, me } from '@/testing/generations/submission'

const studio = startStudio()
const TOTAL = 1_000_000
const RESERVE = TOTAL * 0.02

const free = (bytes: number) => measureBy(async () => ({ free: bytes, total: TOTAL }))
afterEach(() => measureBy())

const full = expect.objectContaining({ code: 'storage_full' })

describe('with a full disk', () => {
  test('a submission is refused before anything is read, stored or sent', async () => {
    free(RESERVE - 1)
    await expect(expectSubmission(me, null, 0)).rejects.toEqual(full)
    await expect(expectImage(me, 1)).rejects.toEqual(full)
    await expect(create(form(), null, me)).rejects.toEqual(full)
    expect(studio.ledger().creates).toEqual([])
    expect((await list(me, {})).items).toEqual([])
  })

  test('an image too large for the free space is refused by its length, a smaller one is accepted', async () => {
    free(RESERVE + 5_000)
    await expect(expectImage(me, 5_001)).rejects.toEqual(full)
    await expectImage(me, 5_000)
  })

  test('a full database refuses a submission before it is sent', async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(await db())
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(await db())
    try {
      const refused = await create(form({ prompt: 'long '.repeat(1_600) }), null, me).catch(
        (error: unknown) => error,
      )
      expect(isStorageFull(refused)).toBe(true)
      expect(studio.ledger().creates).toEqual([])
    } finally {
      await sql.raw('pragma max_page_count = 1000000').execute(await db())
    }
    await create(form(), null, me)
    expect(studio.ledger().creates).toHaveLength(1)
  })
})

/** Advances the clock by half an hour, processing everything that falls due. */
async function halfAnHour(): Promise<void> {
  for (let times = 0; times < 60; times++) {
    studio.pass(30_000)
    await tracker.pollOnce()
  }
}

describe('a finished video on a full disk', () => {
  test('is not downloaded, says why, and is saved once there is space', async () => {
    const { id } = await studio.make()
    free(RESERVE - 1)
    await studio.until(id, 'saving')
    await halfAnHour()
    expect(await read(id, me)).toMatchObject({ status: 'saving', failure: { code: 'disk_full' } })
    expect(studio.ledger().downloads).toEqual([])
    free(TOTAL)
    expect((await studio.until(id, 'completed')).failure).toBeNull()
    expect(studio.ledger().downloads).toHaveLength(1)
  })

  test('is requested only once when the free space is less than it needs', async () => {
    const { id } = await studio.make()
    free(RESERVE + 10)
    await studio.until(id, 'saving')
    await halfAnHour()
    expect(await read(id, me)).toMatchObject({ status: 'saving', failure: { code: 'disk_full' } })
    expect(studio.ledger().downloads).toHaveLength(1)
    expect(await studio.files()).toEqual([])
    free(TOTAL)
    await studio.until(id, 'completed')
    expect(studio.ledger().downloads).toHaveLength(2)
    expect((await stat(`${studio.folder()}/files/videos/${id}`)).size).toBeGreaterThan(10)
  })
})
