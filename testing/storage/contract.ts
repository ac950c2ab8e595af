import { randomBytes } from 'node:crypto'
import { access, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Storage } from '@/lib/server/storage'

const LATER = () => ({ olderThan: new Date(Date.now() + 60_000) })
const EARLIER = () => ({ olderThan: new Date(Date.now() - 60_000) })

/** Writes a temporary file to be put into a storage. */
export async function fileOf(bytes: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-storage-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'finished')
  await writeFile(file, bytes)
  return file
}

/** All bytes of an object. Fails the test when it doesn't exist. */
export async function read(storage: Storage, key: string): Promise<Buffer> {
  const object = await storage.open(key)
  if (!object) return expect.fail(`there is no ${key}`)
  return buffer(object.stream())
}

/** The listed keys, sorted. */
export async function keysOf(listed: AsyncIterable<string>): Promise<string[]> {
  const keys: string[] = []
  for await (const key of listed) keys.push(key)
  return keys.toSorted()
}

/**
 * Contract of every Storage driver.
 * @param open opens an empty storage for one test
 */
export function storageContract(open: () => Promise<Storage>): void {
  describe('put', () => {
    test('moves the file: all bytes are stored, and the file is gone', async () => {
      const storage = await open()
      const bytes = randomBytes(300_000)
      const file = await fileOf(bytes)
      await storage.put('videos/01A', file)
      expect((await read(storage, 'videos/01A')).equals(bytes)).toBe(true)
      await expect(access(file)).rejects.toMatchObject({ code: 'ENOENT' })
    })

    test('replaces an existing object', async () => {
      const storage = await open()
      await storage.put('posters/01A', await fileOf('a longer one'))
      await storage.put('posters/01A', await fileOf('new'))
      expect((await read(storage, 'posters/01A')).toString()).toBe('new')
      expect((await storage.open('posters/01A'))?.bytes).toBe(3)
    })

    test('of a missing file fails and leaves the existing object', async () => {
      const storage = await open()
      await storage.put('videos/01A', await fileOf('old'))
      await expect(storage.put('videos/01A', '/nowhere/at-all')).rejects.toThrow()
      expect((await read(storage, 'videos/01A')).toString()).toBe('old')
    })

    test('of many files at once keeps them apart', async () => {
      const storage = await open()
      const ids = Array.from({ length: 20 }, (_, n) => `0${n}`)
      await Promise.all(ids.map(async (id) => storage.put(`images/${id}`, await fileOf(id))))
      const contents = await Promise.all(ids.map((id) => read(storage, `images/${id}`)))
      expect(contents.map(String)).toEqual(ids)
    })
  })

  describe('open', () => {
    test('returns the size and any range, inclusive at both ends', async () => {
      const storage = await open()
      await storage.put('videos/01A', await fileOf('0123456789'))
      const object = await storage.open('videos/01A')
      expect(object?.bytes).toBe(10)
      const part = async (start: number, end: number) =>
        object && (await buffer(object.stream({ start, end }))).toString()
      expect([await part(0, 0), await part(2, 4), await part(9, 9), await part(0, 9)]).toEqual([
        '0',
        '234',
        '9',
        '0123456789',
      ])
    })

    test('returns null for a missing object', async () => {
      expect(await (await open()).open('videos/01A')).toBeNull()
    })

    test('returns an empty object', async () => {
      const storage = await open()
      await storage.put('images/01A', await fileOf(''))
      expect((await storage.open('images/01A'))?.bytes).toBe(0)
      expect(await read(storage, 'images/01A')).toHaveLength(0)
    })

    test('returns a stream that the reader may abandon', async () => {
      const storage = await open()
      await storage.put('videos/01A', await fileOf(randomBytes(1_000_000)))
      const stream = (await storage.open('videos/01A'))?.stream()
      for await (const _ of stream ?? []) break
      expect(stream?.destroyed).toBe(true)
      expect(await read(storage, 'videos/01A')).toHaveLength(1_000_000)
    })
  })

  describe('delete', () => {
    test('deletes the named objects and no others', async () => {
      const storage = await open()
      for (const id of ['01A', '01B', '01C']) await storage.put(`videos/${id}`, await fileOf(id))
      await storage.delete(['videos/01A', 'videos/01C'])
      expect(await keysOf(storage.list('videos/', LATER()))).toEqual(['videos/01B'])
      expect(await storage.open('videos/01A')).toBeNull()
    })

    test('ignores missing objects and accepts an empty list', async () => {
      const storage = await open()
      await storage.put('videos/01A', await fileOf('a'))
      await storage.delete(['videos/01B', 'videos/01A', 'posters/01A'])
      await storage.delete([])
      expect(await storage.open('videos/01A')).toBeNull()
    })
  })

  describe('list', () => {
    test('returns the full keys with a prefix', async () => {
      const storage = await open()
      const keys = ['images/01A', 'images/01B', 'videos/01A', 'last-frames/01A']
      for (const key of keys) await storage.put(key, await fileOf('x'))
      expect(await keysOf(storage.list('images/', LATER()))).toEqual(['images/01A', 'images/01B'])
      expect(await keysOf(storage.list('posters/', LATER()))).toEqual([])
    })

    test('leaves out objects that are too new', async () => {
      const storage = await open()
      await storage.put('images/01A', await fileOf('x'))
      expect(await keysOf(storage.list('images/', EARLIER()))).toEqual([])
    })

    test('misses no key when listed objects are deleted meanwhile', async () => {
      const storage = await open()
      const ids = Array.from({ length: 50 }, (_, n) => `0${n}`)
      for (const id of ids) await storage.put(`images/${id}`, await fileOf(id))
      const listed: string[] = []
      for await (const key of storage.list('images/', LATER())) {
        listed.push(key)
        await storage.delete([key])
      }
      expect(listed.toSorted()).toEqual(ids.map((id) => `images/${id}`).toSorted())
      expect(await keysOf(storage.list('images/', LATER()))).toEqual([])
    })
  })

  describe('an invalid key', () => {
    test.each([
      '',
      'videos',
      'videos/',
      '/videos/01A',
      'videos/../01A',
      'videos/a/b',
      '../01A',
      'videos/.',
      'v\0/a',
    ])('is rejected by every method: %j', async (key) => {
      const storage = await open()
      const file = await fileOf('x')
      await expect(storage.put(key, file)).rejects.toThrow('not a storage key')
      await expect(storage.open(key)).rejects.toThrow('not a storage key')
      await expect(storage.delete([key])).rejects.toThrow('not a storage key')
      expect((await stat(file)).size).toBe(1)
    })
  })
}
