import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeBehind } from './write-behind'

async function position(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-writing-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'film')
}

/** Cuts bytes into chunks of these sizes, over and over. */
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

const bytes = randomBytes(9_500_001) // some pieces, two syncs and a rest

test.each([
  ['as a line brings them', [65_536, 1_448, 16_384]],
  ['so small that thousands make a piece', [97, 1, 300]],
  ['larger than a piece', [3_000_000]],
])('chunks %s are all written, in order', async (_, sizes) => {
  const path = await position()
  const file = await open(path, 'w')
  await write(file, cut(bytes, sizes))
  await file.close()
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test('nothing leaves an empty file', async () => {
  const path = await position()
  const file = await open(path, 'w')
  await write(file, [])
  await file.close()
  expect(await readFile(path)).toHaveLength(0)
})

test('what a disk takes only in part is written on', async () => {
  const path = await position()
  const file = await open(path, 'w')
  const partly = {
    // As a disk does that is almost full.
    writev: async ([first = Buffer.alloc(0)]: Buffer[]) => file.write(first.subarray(0, 1_000)),
    writeFile: (rest: Buffer) => file.writeFile(rest),
    datasync: () => file.datasync(),
    sync: () => file.sync(),
  }
  await write(partly, cut(bytes, [65_536]))
  await file.close()
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test('a fault of the disk is told, whether more comes or not', async () => {
  const path = await position()
  await (await open(path, 'w')).close()
  const file = await open(path, 'r') // takes no writes
  await expect(write(file, [Buffer.alloc(10)])).rejects.toMatchObject({ code: 'EBADF' })
  await expect(write(file, cut(bytes, [65_536]))).rejects.toMatchObject({ code: 'EBADF' })
  await file.close()
})
