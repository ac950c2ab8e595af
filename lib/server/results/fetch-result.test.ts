import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fetchResult, parseHosts } from '.'
import { failureOf, folder, startProvider } from './fixture'

let provider: Awaited<ReturnType<typeof startProvider>>
const hosts = () => parseHosts(provider.host)

beforeAll(async () => {
  provider = await startProvider('tiny')
})
afterEach(() => provider.sandbox.heal())
afterAll(() => provider.close())

test('a film is fetched, and told by its content with its size and duration', async () => {
  const [address = ''] = await provider.make({ ratio: '16:9', resolution: '480p', duration: '5' })
  const { into } = await folder()
  const result = await fetchResult(address, into, { hosts: hosts() })
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
