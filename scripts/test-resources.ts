import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@/testing/db/postgres'

/** Linux's file system in memory. Containers often have only 64 MB of it. */
const MEMORY = '/dev/shm'
const NEEDED_BYTES = 4e9 // a run uses less than 1 GB at a time

/** Where temporary files of tests go: SQLite syncs every commit, which takes milliseconds on a disk and none in memory. */
function fastestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= NEEDED_BYTES ? MEMORY : tmpdir()
  } catch {
    return tmpdir() // not on this system
  }
}

/**
 * Makes what all steps of `npm test` share, so that no test file makes its own: a folder for temporary files, a PostgreSQL,
 * and a folder for the sandbox's videos. All are gone when this process ends.
 * @returns environment variables for the steps
 */
export async function openTestResources() {
  const folder = mkdtempSync(join(fastestFolder(), 'promptreel-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const videos = join(folder, 'videos')
  mkdirSync(videos)
  const postgres = await startServer()
  return {
    folder,
    env: { TMPDIR: folder, TINY_VIDEOS: videos, TEST_POSTGRES: postgres.url },
    close: () => postgres.stop(),
  }
}
