import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { failureOf, fetchFrom, folder, png, serve } from '@/testing/results/fixture'
import { fetchResult, parseHosts } from './index'

describe('a Content-Length', () => {
  test('above the limit is refused at once', async () => {
    const { fetching, files } = await fetchFrom((_, response) => {
      response.writeHead(200, { 'content-length': 1_000_000_001 }).write(png)
    })
    expect(await failureOf(fetching)).toMatchObject({ reason: 'too_large' })
    expect(await files()).toEqual([])
  })

  test('that is missing is enforced while reading', async () => {
    const { fetching, files } = await fetchFrom(
      (_, response) => {
        const more = () => response.write(Buffer.alloc(10_000), more)
        more()
      },
      { bytes: 1_000_000 },
    )
    expect(await failureOf(fetching)).toMatchObject({ reason: 'too_large' })
    expect(await files()).toEqual([])
  })

  test('greater than the body fails the download, even of a complete image', async () => {
    const { fetching, files } = await fetchFrom(({ socket }) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${png.length + 1}\r\n\r\n`)
      socket.end(png)
    })
    expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
    expect(await files()).toEqual([])
  })

  test.for(['-1', '1e3', '10, 20', '0x10'])('of %s is invalid', async (length) => {
    const { fetching } = await fetchFrom(({ socket }) => {
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n\r\n${'x'.repeat(10)}`)
    })
    expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
  })
})

test.for([204, 206, 300, 304, 400, 408, 502])('HTTP %i fails the download', async (status) => {
  const { fetching } = await fetchFrom((_, response) => response.writeHead(status).end())
  expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
})

test('a refused connection is reported as unreadable, to be retried', async () => {
  const { into } = await folder()
  const failure = await failureOf(
    fetchResult('http://127.0.0.1:1/', into, { hosts: parseHosts('127.0.0.1:1') }),
  )
  expect(failure).toMatchObject({ reason: 'unreadable', cause: { code: 'ECONNREFUSED' } })
})

test('an https address of a host without TLS fails, even on a private host', async () => {
  const server = await serve((_, response) => response.end(png))
  const { into } = await folder()
  const fetching = fetchResult(`https://${server.host}/`, into, { hosts: parseHosts(server.host) })
  expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
  expect(server.asked).toEqual([])
})

/** A server that sends half an image, then calls `then`. */
const halfAnd =
  (then: (write: () => void) => void): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-length': png.length * 1_000 })
    response.write(png, () => then(() => response.write('.')))
  }

test('silence in the middle of a download times out', async () => {
  const { fetching, files } = await fetchFrom(
    halfAnd(() => {}),
    { silence: 200 },
  )
  expect(await failureOf(fetching)).toMatchObject({
    reason: 'unreadable',
    // On a stalled machine, the silence may be noticed before the first half.
    cause: { code: expect.stringMatching(/^UND_ERR_(BODY|HEADERS)_TIMEOUT$/) },
  })
  expect(await files()).toEqual([])
})

test('a trickle of bytes runs into the overall timeout', async () => {
  const { fetching, files } = await fetchFrom(
    halfAnd((write) => {
      const drops = setInterval(write, 20)
      onTestFinished(() => clearInterval(drops))
    }),
    { total: 300 },
  )
  expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable', cause: { name: 'TimeoutError' } })
  expect(await files()).toEqual([])
})

test('a download below the minimum pace fails long before the overall timeout', async () => {
  const { fetching, files } = await fetchFrom(
    halfAnd((write) => {
      const drops = setInterval(write, 20)
      onTestFinished(() => clearInterval(drops))
    }),
    { pace: { bytes: png.length + 1_000, ms: 300 } },
  )
  expect(await failureOf(fetching)).toMatchObject({ reason: 'too_slow', host: null })
  expect(await files()).toEqual([])
})

test('aborting before or during a download rejects with the signal’s reason', async () => {
  const stopping = new AbortController()
  const reason = new Error('shutting down')
  const { fetching, files, server } = await fetchFrom(
    halfAnd(() => stopping.abort(reason)),
    { signal: stopping.signal },
  )
  await expect(fetching).rejects.toBe(reason)
  expect(await files()).toEqual([])
  const { into } = await folder()
  const again = fetchResult(server.url, into, { hosts: parseHosts(server.host), signal: stopping.signal })
  await expect(again).rejects.toBe(reason)
  expect(server.asked).toHaveLength(1)
})

test('an existing file is replaced', async () => {
  const server = await serve((_, response) => response.end(png))
  const { into } = await folder()
  await writeFile(into, 'x'.repeat(1_000_000))
  await fetchResult(server.url, into, { hosts: parseHosts(server.host) })
  expect((await readFile(into)).equals(png)).toBe(true)
})

test('an unwritable path is reported as a file system error, not as a fault of the result', async () => {
  const server = await serve((_, response) => response.end(png))
  const { into } = await folder()
  const fetching = fetchResult(server.url, `${into}/nowhere`, { hosts: parseHosts(server.host) })
  await expect(fetching).rejects.toMatchObject({ code: 'ENOENT' })
})

test('100 MB are written to disk as they arrive', async () => {
  const chunk = randomBytes(1_000_000)
  const ahead: number[] = []
  const { into, fetching } = await fetchFrom((_, response) => {
    let sent = 0
    const more = async () => {
      if (sent === 100) return response.end()
      ahead.push(sent * chunk.length - (await writtenTo(into)))
      sent += 1
      response.write(chunk, more)
    }
    more()
  })
  expect((await failureOf(fetching)).message).toContain('neither a video nor an image')
  expect(ahead).toHaveLength(100)
  expect(Math.max(...ahead)).toBeLessThan(30_000_000) // mostly kernel buffers
})

/** Current size of a file, in bytes. */
const writtenTo = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0, // not created yet
  )
