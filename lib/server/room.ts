import 'server-only'
import { mkdir, statfs } from 'node:fs/promises'
import { Problem } from '@/lib/shared/problem'
import { config } from './config.js'
import { log } from './log'

/** Disk space reserved for writes that must succeed: a returned taskid, or a deletion that frees space. */
const RESERVE = { share: 0.02, max: 64_000_000 }

type Space = { free: number; total: number }

/** ms after which another failure for lack of space is logged. */
const SILENCE_MS = 600_000

/**
 * Bytes that an unprivileged user may still write, and the total size, of the disk that is fullest: `tmp` and `files` may be links
 * to others than that of DATA_DIR.
 */
async function measureDisk(): Promise<Space> {
  const { DATA_DIR } = config()
  await mkdir(DATA_DIR, { recursive: true, mode: 0o700 })
  const spaces = await Promise.all(['', '/tmp', '/files'].map((name) => measureFolder(DATA_DIR + name)))
  const known = spaces.filter((space) => space !== null)
  return known.reduce((fullest, space) => (usable(space) < usable(fullest) ? space : fullest))
}

/** null while there is no such folder. */
async function measureFolder(path: string): Promise<Space | null> {
  try {
    const { bavail, blocks, bsize, files, ffree } = await statfs(/* turbopackIgnore: true */ path)
    const outOfInodes = files > 0 && ffree === 0 // out of inodes: no file can be created, however many bytes are free
    return { free: outOfInodes ? 0 : bavail * bsize, total: blocks * bsize }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const reserveOf = ({ total }: Space): number => Math.min(RESERVE.max, total * RESERVE.share)
const usable = (space: Space): number => space.free - reserveOf(space)

declare global {
  /** On the global object, because a bundler may load this module once per route while they share the disk. */
  var diskSpace: { full: boolean; toldAt: number; measure: () => Promise<Space> } | undefined
}

const room = () => {
  globalThis.diskSpace ??= { full: false, toldAt: 0, measure: measureDisk }
  return globalThis.diskSpace
}

/** For tests: replaces the measurement; without an argument, restores the real one. */
export function measureBy(measure: () => Promise<Space> = measureDisk): void {
  room().measure = measure
}

/**
 * The disk is full. `bytes` is the space needed: as announced or, where unknown, more than was free at the time.
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

/** @throws StorageFull unless `bytes` can be written without touching the reserve */
export async function expectRoom(bytes = 0): Promise<void> {
  const left = usable(await room().measure())
  tellRoom(left >= 0)
  if (left < bytes) throw new StorageFull(bytes)
}

/**
 * Runs a write of unknown size.
 * @throws StorageFull when the disk fills up
 */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  const { free } = await room().measure()
  return write().catch((error: unknown) => {
    throw isStorageFull(error) && !(error instanceof StorageFull) ? new StorageFull(free + 1, error) : error
  })
}

/** True when `bytes` can be written without touching the reserve. */
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
 * Refuses a request that would write `bytes`, before its body is read.
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
/** Messages of libvips and SQLite, which set no code. */
const MESSAGES = /No space left on device|Disk quota exceeded|database or disk is full/

/** True when an error, or its cause, comes from a full disk, ours or the database's. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && CODES.includes(`${error.code}`)) return true
  return MESSAGES.test(error.message) || isStorageFull(error.cause)
}

/**
 * True when an error comes from a full disk. Logs that once rather than for each failing piece of work, and again when there is space.
 */
export function isKnownAsFull(error: unknown): boolean {
  if (!isStorageFull(error)) return false
  // Not every limit can be measured: a disk quota, or the disk of a remote database.
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
