import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from './log'
import {
  expectRoom,
  hasRoom,
  isKnownAsFull,
  isStorageFull,
  measureBy,
  refuseWithoutRoom,
  writing,
} from './room'

const GB = 1_000_000_000

beforeEach(() => {
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', LOG_LEVEL: 'silent' })
})
afterEach(() => {
  measureBy()
  vi.restoreAllMocks()
})

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('it went through'),
    (error: unknown) => error,
  )

test('a full disk is recognised in errors of the system, libvips and the databases, also as a cause', async () => {
  const written = await failureOf(writeFile('/dev/full', 'x'))
  expect(isStorageFull(written)).toBe(true)
  const image = sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } }).jpeg()
  expect(isStorageFull(await failureOf(image.toFile('/dev/full')))).toBe(true)
  expect(isStorageFull(new Error('it could not be kept', { cause: written }))).toBe(true)
  for (const code of ['SQLITE_FULL', '53100', 'EDQUOT']) {
    expect(isStorageFull(Object.assign(new Error('refused'), { code }))).toBe(true)
  }
  for (const other of [
    new Error('refused'),
    Object.assign(new Error(), { code: 'EACCES' }),
    'ENOSPC',
    null,
  ]) {
    expect(isStorageFull(other)).toBe(false)
  }
})

test('2 % of the disk stays free, at most 64 MB', async () => {
  measureBy(async () => ({ free: 0.5 * GB, total: GB }))
  expect(await hasRoom(0.48 * GB)).toBe(true)
  expect(await hasRoom(0.48 * GB + 1)).toBe(false)
  measureBy(async () => ({ free: GB, total: 1_000 * GB }))
  expect(await hasRoom(GB - 64_000_000)).toBe(true)
  expect(await hasRoom(GB - 64_000_000 + 1)).toBe(false)
})

test('a write that would not fit is refused with a sentence, and logged once until there is space', async () => {
  const errors = vi.spyOn(log(), 'error')
  const infos = vi.spyOn(log(), 'info')
  measureBy(async () => ({ free: 0, total: GB }))
  for (let times = 0; times < 1_000; times++) expect(await hasRoom()).toBe(false)
  await expect(refuseWithoutRoom()).rejects.toMatchObject({
    code: 'storage_full',
    detail: expect.stringContaining('server’s disk is full'),
    details: { retryAfter: 60 },
  })
  expect(isKnownAsFull(Object.assign(new Error(), { code: 'ENOSPC' }))).toBe(true)
  expect(errors).toHaveBeenCalledTimes(1)
  measureBy(async () => ({ free: GB, total: GB }))
  for (let times = 0; times < 10; times++) await expectRoom()
  expect(infos).toHaveBeenCalledTimes(1)
  expect(errors).toHaveBeenCalledTimes(1)
})

test('a write of unknown size that fills the disk needs more than was free', async () => {
  measureBy(async () => ({ free: 5_000, total: 5_000 }))
  const error = await failureOf(writing(() => writeFile('/dev/full', 'x')))
  expect(error).toMatchObject({ name: 'StorageFull', bytes: 5_001, cause: { code: 'ENOSPC' } })
  await expect(writing(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
})
