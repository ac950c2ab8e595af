import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, statfs, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { config } from './config.js'
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

vi.mock('node:fs/promises', { spy: true })

const DATA_DIR = join(tmpdir(), `promptreel-room-${process.pid}`)
const GB = 1_000_000_000
/** Linux's disk that is always full. */
const FULL = '/dev/full'

beforeEach(() => {
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', LOG_LEVEL: 'silent', DATA_DIR })
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

test.skipIf(!existsSync(FULL))(
  'a full disk is recognised in errors of the system, libvips and the databases, also as a cause',
  async () => {
    const written = await failureOf(writeFile(FULL, 'x'))
    expect(isStorageFull(written)).toBe(true)
    const image = sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } }).jpeg()
    expect(isStorageFull(await failureOf(image.toFile(FULL)))).toBe(true)
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
  },
)

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

test.skipIf(!existsSync(FULL))(
  'a write of unknown size that fills the disk needs more than was free',
  async () => {
    measureBy(async () => ({ free: 5_000, total: 5_000 }))
    const error = await failureOf(writing(() => writeFile(FULL, 'x')))
    expect(error).toMatchObject({ name: 'StorageFull', bytes: 5_001, cause: { code: 'ENOSPC' } })
    await expect(writing(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
  },
)

test('the fullest of the disks that hold DATA_DIR and its folders decides', async () => {
  await mkdir(config().DATA_DIR)
  const elsewhere = await mkdtemp(join(tmpdir(), 'promptreel-room-'))
  onTestFinished(async () => {
    for (const folder of [config().DATA_DIR, elsewhere]) await rm(folder, { recursive: true })
  })
  await symlink(elsewhere, join(config().DATA_DIR, 'files'))
  const measured = vi.mocked(statfs)
  const asked: string[] = []
  measured.mockImplementation(async (path) => {
    asked.push(String(path))
    const free = String(path).endsWith('/files') ? 2_000 : 5_000
    return { type: 0, bsize: 1_000, blocks: 1e9, bfree: free, bavail: free * 1_000, files: 0, ffree: 0 }
  })
  expect(await hasRoom(2_000_000_000 - 64_000_000)).toBe(true)
  expect(await hasRoom(2_000_000_000)).toBe(false)
  expect(asked).toContain(`${config().DATA_DIR}/tmp`)
})
