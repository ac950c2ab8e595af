import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test, vi } from 'vitest'
import { unzip } from '@/testing/zip'
import { type ZipFile, zipStream } from './zip-stream'

const CHUNK = Buffer.alloc(65_536, 7)

/** A file of so many chunks, which says how many of them were read. */
function file(name: string, chunks: number) {
  let read = 0
  const input = new Readable({
    highWaterMark: 1,
    read() {
      this.push(read < chunks ? CHUNK : null)
      read++
    },
  })
  const given: ZipFile = { name, lastModified: new Date(), open: () => input }
  return { given, input, read: () => read }
}

const text = (name: string, content: string): ZipFile => ({
  name,
  lastModified: new Date(),
  open: () => Readable.from([Buffer.from(content)]),
})

test('an archive holds every file as it is, under its name', async () => {
  const stream = zipStream([
    text('A koala waves.mp4', 'one'),
    text('一只考拉.mp4', ''),
    file('large.mp4', 40).given,
  ])
  const archive = await buffer(stream)
  expect(unzip(archive).map(({ name, content }) => [name, content.length])).toEqual([
    ['A koala waves.mp4', 3],
    ['一只考拉.mp4', 0],
    ['large.mp4', 40 * CHUNK.length],
  ])
})

describe('a file is read only as far as the archive is', () => {
  test('while its reader takes its time', async () => {
    const { given, read } = file('large.mp4', 10_000)
    const reader = zipStream([given]).getReader()
    while (read() === 0) await reader.read()
    const before = read()
    await new Promise(setImmediate)
    expect(read() - before).toBeLessThan(8)
    await reader.cancel()
  })

  test('and closed when its reader leaves, and the next one is not opened', async () => {
    const first = file('first.mp4', 10_000)
    const open = vi.fn(() => Readable.from([]))
    const reader = zipStream([first.given, { ...text('second.mp4', ''), open }]).getReader()
    while (first.read() === 0) await reader.read()
    await reader.cancel()
    await vi.waitFor(() => expect(first.input.destroyed).toBe(true), 120_000)
    expect(open).not.toHaveBeenCalled()
  })
})

test('an archive of a file that can’t be read to its end fails instead of ending', async () => {
  const input = Readable.from(
    (function* () {
      yield CHUNK
      throw new Error('the disk is gone')
    })(),
  )
  const torn: ZipFile = { ...text('torn.mp4', ''), open: () => input }
  await expect(buffer(zipStream([text('whole.mp4', 'one'), torn]))).rejects.toThrow('the disk is gone')
})
