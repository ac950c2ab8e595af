import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeBehind } from './write-behind'

async function position(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-writing-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'video')
}

/** Cuts bytes into chunks, cycling through these sizes. */
function* cut(bytes: Buffer, sizes: number[]): Generator<Buffer> {
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function write(file: Parameters<typeof writeBehind>[0], chunks: Iterable<Buffer>): Promise<void> {
  const disk = writeBehind(file)
  for (const chunk of chunks) await disk.add(chunk)
  await disk.end()
}

const bytes = randomBytes(9_500_001) // several writes, two syncs and a remainder

test.each([
  ['as a network delivers them', [65_536, 1_448, 16_384]],
  ['so small that thousands make one write', [97, 1, 300]],
  ['larger than one write', [3_000_000]],
])('chunks %s are all written, in order', async (_, sizes) => {
  const path = await position()
  const file = await open(path, 'w')
  await write(file, cut(bytes, sizes))
  await file.close()
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test('no chunks give an empty file', async () => {
  const path = await position()
  const file = await open(path, 'w')
  await write(file, [])
  await file.close()
  expect(await readFile(path)).toHaveLength(0)
})

test('a partial write is continued', async () => {
  const path = await position()
  const file = await open(path, 'w')
  const partly = {
    // As on a disk that is almost full.
    writev: async ([first = Buffer.alloc(0)]: Buffer[]) => file.write(first.subarray(0, 1_000)),
    writeFile: (rest: Buffer) => file.writeFile(rest),
    datasync: () => file.datasync(),
    sync: () => file.sync(),
  }
  await write(partly, cut(bytes, [65_536]))
  await file.close()
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test('a disk error is reported, whether or not more chunks follow', async () => {
  const path = await position()
  await (await open(path, 'w')).close()
  const file = await open(path, 'r') // read-only
  await expect(write(file, [Buffer.alloc(10)])).rejects.toMatchObject({ code: 'EBADF' })
  await expect(write(file, cut(bytes, [65_536]))).rejects.toMatchObject({ code: 'EBADF' })
  await file.close()
})
