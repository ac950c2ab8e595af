import 'server-only'
import { mkdir, statfs } from 'node:fs/promises'
import { Problem } from '@/lib/shared/problem'
import { config } from './config.js'
import { log } from './log'

/** Kept free for what must be written down whatever else is full: a taskid that arrives, a deletion that makes room. */
const RESERVE = { share: 0.02, most: 64_000_000 }

type Space = { free: number; total: number }

/** ms after which a failure for want of room is worth another line of the log. */
const SILENCE_MS = 600_000

/** Bytes that a user may still write beside DATA_DIR, and of the whole disk. */
async function measureDisk(): Promise<Space> {
  const { DATA_DIR } = config()
  await mkdir(DATA_DIR, { recursive: true, mode: 0o700 })
  const { bavail, blocks, bsize, files, ffree } = await statfs(DATA_DIR)
  const nameless = files > 0 && ffree === 0 // no file can be made, however many bytes are free
  return { free: nameless ? 0 : bavail * bsize, total: blocks * bsize }
}

declare global {
  /** Kept on the global object: a bundler may load this module once for each route, the disk is one. */
  var diskSpace: { full: boolean; toldAt: number; measure: () => Promise<Space> } | undefined
}

const room = () => {
  globalThis.diskSpace ??= { full: false, toldAt: 0, measure: measureDisk }
  return globalThis.diskSpace
}

/** For tests: where the size of the disk is read. Without a function, from the disk again. */
export function measureBy(measure: () => Promise<Space> = measureDisk): void {
  room().measure = measure
}

/**
 * There was no room. `bytes` would have to be free: what is announced, or, where that is not known, more than were
 * free when it was tried.
 */
export class StorageFull extends Error {
  override name = 'StorageFull'
  readonly code = 'ENOSPC'
  constructor(
    readonly bytes: number,
    cause?: unknown,
  ) {
    super(`no space left: ${bytes} bytes are to be written`, { cause })
  }
}

/** @throws StorageFull unless `bytes` more can be written and the reserve still stays free */
export async function expectRoom(bytes = 0): Promise<void> {
  const { free, total } = await room().measure()
  const reserve = Math.min(RESERVE.most, total * RESERVE.share)
  tellRoom(free >= reserve)
  if (free < bytes + reserve) throw new StorageFull(bytes)
}

/**
 * Runs what writes an amount that nobody has announced.
 * @throws StorageFull where it met a full disk
 */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  const { free } = await room().measure()
  return write().catch((error: unknown) => {
    throw isStorageFull(error) && !(error instanceof StorageFull) ? new StorageFull(free + 1, error) : error
  })
}

/** Whether so much can be written. */
export async function hasRoom(bytes = 0): Promise<boolean> {
  try {
    await expectRoom(bytes)
    return true
  } catch (error) {
    if (error instanceof StorageFull) return false
    throw error
  }
}

/**
 * Refuses what would write `bytes`, before it is read.
 * @throws Problem storage_full
 */
export async function refuseWithoutRoom(bytes = 0): Promise<void> {
  await expectRoom(bytes).catch((error: unknown) => {
    throw error instanceof StorageFull ? storageFull(error) : error
  })
}

export const storageFull = (cause: unknown): Problem =>
  new Problem(
    'storage_full',
    'The server’s disk is full, so this couldn’t be saved. Free some space, then send it again.',
    { cause, retryAfter: 60 },
  )

const CODES = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100']
/** What libvips and SQLite say in words alone. */
const SAYINGS = /No space left on device|Disk quota exceeded|database or disk is full/

/** Whether something failed because a disk is full, ours or the database's; also as the cause of something else. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && CODES.includes(`${error.code}`)) return true
  return SAYINGS.test(error.message) || isStorageFull(error.cause)
}

/**
 * Whether an error is a full disk's; that is logged once, not for each piece of work that fails by it, and again when
 * there is room.
 */
export function isKnownAsFull(error: unknown): boolean {
  if (!isStorageFull(error)) return false
  // Not every limit can be measured: a quota, or the disk of a database that is elsewhere.
  if (!room().full && Date.now() - room().toldAt >= SILENCE_MS) {
    room().toldAt = Date.now()
    log().error({ err: error }, 'a write failed because the disk is full')
  }
  return true
}

function tellRoom(isThere: boolean): void {
  if (isThere !== room().full) return
  room().full = !isThere
  if (isThere) log().info('disk space is available again: resuming')
  else
    log().error(
      'the disk is full: accepting no uploads or submissions and saving no results until there is space',
    )
}
