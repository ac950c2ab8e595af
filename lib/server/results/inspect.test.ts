import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failureOf, folder, startProvider } from '@/testing/results/fixture'
import { fetchResult, parseHosts } from './index'
import { inspect } from './inspect'

/** Inspects a file of these bytes. */
async function inspectBytes(bytes: Buffer | string) {
  const { into } = await folder()
  await writeFile(into, bytes)
  return inspect(into)
}

const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
const makeImage = (width = 320, height = 180) =>
  sharp({ create: { width, height, channels: 3, background: '#a04020', noise } })

describe('an image', () => {
  const formats = ['png', 'jpeg', 'webp'] as const

  test.for(formats)('is recognised by its content: %s', async (format) => {
    expect(await inspectBytes(await makeImage().toFormat(format).toBuffer())).toEqual({
      kind: 'image',
      type: `image/${format}`,
      width: 320,
      height: 180,
    })
  })

  test.for(formats)('cut short within its pixels is refused: %s', async (format) => {
    const bytes = await makeImage().toFormat(format).toBuffer()
    for (let cut = 1; cut < 10; cut++) {
      const part = bytes.subarray(0, Math.floor((bytes.length * cut) / 10))
      expect((await failureOf(inspectBytes(part))).reason).toBe('unreadable')
    }
    expect((await failureOf(inspectBytes(bytes.subarray(0, -20)))).reason).toBe('unreadable')
  })

  test('has the size of its stored pixels, whatever its EXIF orientation', async () => {
    const turned = await makeImage().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await inspectBytes(turned)).toMatchObject({ width: 320, height: 180 })
  })

  test('with more pixels than we decode is too large', async () => {
    const plain = sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: '#a04020' } })
    expect(await failureOf(inspectBytes(await plain.png().toBuffer()))).toMatchObject({ reason: 'too_large' })
  })
})

const neither: [what: string, text: string][] = [
  ['nothing', ''],
  ['one byte', '\x89'],
  ['a page', '<!doctype html><title>Sign in</title>'],
  ['an S3 error', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'],
  ['JSON', '{"code":9999}'],
  ['the beginning of a PNG', '\x89PNG\r\n\x1a\n'],
  ['the beginning of a JPEG', '\xff\xd8\xff\xe0'],
  ['the beginning of a WebP', 'RIFF\0\0\0\0WEBP'],
  ['the beginning of an mp4', '\0\0\0\x10ftypisom\0\0\0\0'],
]

test.for(neither)('%s is neither video nor image', async ([, text]) => {
  expect(await failureOf(inspectBytes(Buffer.from(text, 'latin1')))).toMatchObject({ reason: 'unreadable' })
})

test('a GIF, a TIFF and an AVIF are refused: no task makes them', async () => {
  for (const format of ['gif', 'tiff', 'avif'] as const) {
    const bytes = await makeImage(64, 64).toFormat(format).toBuffer()
    expect(await failureOf(inspectBytes(bytes)), format).toMatchObject({ reason: 'unreadable' })
  }
})

describe('a real video', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>
  beforeAll(async () => {
    provider = await startProvider('tiny')
  })
  afterAll(() => provider.close())

  async function video(): Promise<Buffer> {
    const [address = ''] = await provider.make()
    const { into } = await folder()
    await fetchResult(address, into, { hosts: parseHosts(provider.host) })
    return readFile(into)
  }

  test('cut short at any of forty points is refused', async () => {
    const bytes = await video()
    for (let cut = 0; cut < 40; cut++) {
      const part = bytes.subarray(0, Math.floor((bytes.length * cut) / 40))
      expect((await failureOf(inspectBytes(part))).reason).toBe('unreadable')
    }
    expect((await failureOf(inspectBytes(bytes.subarray(0, -1)))).reason).toBe('unreadable')
  })

  test('followed by anything is refused', async () => {
    const bytes = await video()
    for (const tail of [
      bytes,
      Buffer.alloc(1),
      Buffer.alloc(4_096),
      Buffer.from('<script>alert(1)</script>'),
    ]) {
      expect((await failureOf(inspectBytes(Buffer.concat([bytes, tail])))).reason).toBe('unreadable')
    }
  })
})
