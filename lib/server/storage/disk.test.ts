import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fileOf, keysOf, read, storageContract } from '@/testing/storage/contract'
import { diskStorage } from './disk'

/** A folder that is deleted after the test. */
async function folder(below = tmpdir()): Promise<string> {
  const path = await mkdtemp(join(below, 'promptreel-disk-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

describe('disk storage on the same file system as temporary files', () => {
  storageContract(async () => diskStorage(await folder()))
})

const deviceOf = async (path: string) => (await stat(path).catch(() => null))?.dev
/** On Linux, the first is in memory and the second is not, so that one differs from that of temporary files. */
const candidates = await Promise.all(
  ['/dev/shm', '/var/tmp'].map(async (path) => ({ path, device: await deviceOf(path) })),
)
const here = await deviceOf(tmpdir())
const elsewhere = candidates.find(({ device }) => device !== undefined && device !== here)?.path

describe.skipIf(elsewhere === undefined)('disk storage on another file system than temporary files', () => {
  storageContract(async () => diskStorage(await folder(elsewhere)))

  test('a failed copy leaves no object, and the file where it was', async () => {
    const root = await folder(elsewhere)
    const file = await fileOf('whole')
    await mkdir(join(root, 'videos/01A'), { recursive: true }) // a folder can't be replaced by a file
    await expect(diskStorage(root).put('videos/01A', file)).rejects.toThrow()
    expect(await readdir(join(root, 'videos'))).toEqual(['01A'])
    expect((await stat(file)).size).toBe(5)
  })
})

test('an object is a file named after its key', async () => {
  const root = await folder()
  await diskStorage(root).put('last-frames/01A', await fileOf('x'))
  expect(await readdir(root, { recursive: true })).toEqual(['last-frames', 'last-frames/01A'])
})

test('a list filters by modification time and skips foreign files', async () => {
  const root = await folder()
  const storage = diskStorage(root)
  for (const id of ['old', 'young']) await storage.put(`images/${id}`, await fileOf(id))
  await writeFile(join(root, 'images/.DS_Store'), '')
  const longAgo = new Date(Date.now() - 100_000_000)
  for (const name of ['old', '.DS_Store']) await utimes(join(root, 'images', name), longAgo, longAgo)
  const keys = await keysOf(storage.list('images/', { olderThan: new Date(Date.now() - 50_000_000) }))
  expect(keys).toEqual(['images/old'])
})

test('an open object can be read to its end even when it is replaced meanwhile', async () => {
  const storage = diskStorage(await folder())
  await storage.put('posters/01A', await fileOf('the old one'))
  const stream = (await storage.open('posters/01A'))?.stream() ?? expect.fail('there is none')
  await once(stream, 'open')
  await storage.put('posters/01A', await fileOf('new'))
  expect(await text(stream)).toBe('the old one')
  expect((await read(storage, 'posters/01A')).toString()).toBe('new')
})
