import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FaultOrder } from '@/lib/sandbox'
import { failureOf, folder, startProvider } from '@/testing/results/fixture'
import { fetchResult, parseHosts, type ResultError } from './index'

let provider: Awaited<ReturnType<typeof startProvider>>
const fields = { ratio: '16:9', resolution: '480p', duration: '5', return_last_frame: '1' }

beforeAll(async () => {
  provider = await startProvider('tiny')
})
afterEach(() => provider.sandbox.heal())
afterAll(() => provider.close())

/** Downloads from the provider into a new temporary file. */
async function fetchFrom(address: string, options: object = {}) {
  const { into, files } = await folder()
  const fetching = fetchResult(address, into, { hosts: parseHosts(provider.host), ...options })
  return { into, files, fetching }
}

async function videoAndFrame(): Promise<[video: string, frame: string]> {
  const [video, frame] = await provider.make(fields)
  if (video === undefined || frame === undefined) throw new Error('the sandbox gave fewer than two addresses')
  return [video, frame]
}

test('a video is recognised by its content, with its size, duration and hash', async () => {
  const [video] = await videoAndFrame()
  const { into, fetching } = await fetchFrom(video)
  const result = await fetching
  const file = await readFile(into)
  expect(result).toEqual({
    kind: 'video',
    type: 'video/mp4',
    width: 864,
    height: 496,
    duration: expect.closeTo(121 / 24, 1),
    bytes: file.length,
    sha256: createHash('sha256').update(file).digest('hex'),
  })
})

test('video and last frame are told apart in either order, without file extensions, under any Content-Type', async () => {
  provider.sandbox.set({ lastFrame: 'first', resultExtensions: false })
  const [first = '', second = ''] = await provider.make(fields)
  provider.sandbox.set({ lastFrame: 'second', resultExtensions: true })
  provider.fail({ on: 'result', fault: 'wrong-type', file: 'last-frame', type: 'video/mp4' })
  provider.fail({ on: 'result', fault: 'wrong-type', file: 'video', type: 'text/html' })
  expect(await (await fetchFrom(first)).fetching).toMatchObject({
    kind: 'image',
    type: 'image/png',
    width: 864,
    height: 496,
  })
  expect(await (await fetchFrom(second)).fetching).toMatchObject({ kind: 'video', type: 'video/mp4' })
})

test('the API key is never sent to a result’s host', async () => {
  const [video] = await videoAndFrame()
  await (await fetchFrom(video)).fetching
  expect(provider.sandbox.ledger().leaks).toEqual([])
})

test('a redirect to an allowed host is followed', async () => {
  const [video] = await videoAndFrame()
  provider.fail({ on: 'result', fault: 'moved', status: 307 })
  expect(await (await fetchFrom(video)).fetching).toMatchObject({ kind: 'video' })
})

const faults: [fault: FaultOrder, reason: ResultError['reason'], limits?: object][] = [
  [{ on: 'result', fault: 'drop' }, 'unreadable'],
  [{ on: 'result', fault: 'hang' }, 'unreadable', { silence: 200 }],
  [{ on: 'result', fault: 'hang' }, 'unreadable', { total: 200 }],
  [{ on: 'result', fault: 'cut' }, 'unreadable'],
  [{ on: 'result', fault: 'html' }, 'not_media'],
  [{ on: 'result', fault: 'http-error', status: 500 }, 'unreadable'],
  [{ on: 'result', fault: 'http-error', status: 503 }, 'unreadable'],
  [{ on: 'result', fault: 'http-error', status: 429 }, 'unreadable'],
  [{ on: 'result', fault: 'http-error', status: 401 }, 'address_dead'],
  [{ on: 'result', fault: 'http-error', status: 404 }, 'address_dead'],
  [{ on: 'result', fault: 'http-error', status: 410 }, 'address_dead'],
  [{ on: 'result', fault: 'forbidden' }, 'address_dead'],
  [{ on: 'result', fault: 'expired' }, 'address_dead'],
]

describe('a failed download has its reason and leaves no file', () => {
  test.for(faults)('%o', async ([fault, reason, limits]) => {
    const [video] = await videoAndFrame()
    provider.fail(fault)
    const { fetching, files } = await fetchFrom(video, limits)
    expect(await failureOf(fetching)).toMatchObject({ reason, host: null })
    expect(await files()).toEqual([])
  })
})

test('a full-size video with sound that arrives slowly is downloaded completely', async () => {
  const rendering = await startProvider('rendered')
  try {
    const [video = ''] = await rendering.make({ ratio: '9:16', resolution: '480p', generate_audio: '1' })
    rendering.fail({ on: 'result', fault: 'drip', ms: 5 })
    const { into } = await folder()
    expect(await fetchResult(video, into, { hosts: parseHosts(rendering.host) })).toMatchObject({
      kind: 'video',
      width: 496,
      height: 864,
      duration: expect.closeTo(121 / 24, 1),
    })
  } finally {
    await rendering.close()
  }
})
