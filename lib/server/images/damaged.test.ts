import { open, readdir } from 'node:fs/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem } from '@/lib/shared/problem'
import {
  chunk,
  claiming,
  flat,
  handmadePng,
  join,
  latin1,
  openDesk,
  photo,
  withChunks,
} from '@/testing/images/samples'
import { admit, UPLOAD_LIMIT } from './index'

const desk = await openDesk()
afterAll(desk.close)

const jpeg = await photo().jpeg().toBuffer()
const progressive = await photo().jpeg({ progressive: true }).toBuffer()
const png = await photo().png().toBuffer()
const interlaced = await photo().png({ progressive: true }).toBuffer()
const webp = await photo().webp().toBuffer()
const large = await flat(9_000, 8_000).jpeg({ progressive: true }).toBuffer()
const lossless = await photo().webp({ lossless: true }).toBuffer()
const ends = Buffer.from([0xff, 0xd9])
const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(bytes.length * part))
const bomb = handmadePng(30_000, 30_000, Buffer.alloc(30_000 * 3_751))
const shrunkRiff = Buffer.from(webp)
shrunkRiff.writeUInt32LE(webp.length - 40, 4)
const grownRiff = Buffer.from(webp)
grownRiff.writeUInt32LE(webp.length + 400, 4)

const refuse = async (bytes: Buffer) => {
  const into = desk.fresh()
  const error = await admit(await desk.put(bytes), into).catch((error: unknown) => error)
  if (!(error instanceof Problem)) throw new Error('not refused', { cause: error })
  return error
}

describe('a damaged or truncated image is refused', () => {
  const parts = [0.02, 0.3, 0.7, 0.99]
  const cuts = [
    ...parts.map((part): [string, Buffer] => [`JPEG cut at ${part}`, cut(jpeg, part)]),
    ...parts.map((part): [string, Buffer] => [`JPEG cut at ${part} and closed`, join(cut(jpeg, part), ends)]),
    ...parts.map((part): [string, Buffer] => [`PNG cut at ${part}`, cut(png, part)]),
    ...parts.map((part): [string, Buffer] => [`WebP cut at ${part}`, cut(webp, part)]),
  ]
  const broken = Buffer.from(png)
  broken.fill(0x55, png.length >> 1, (png.length >> 1) + 64)
  test.each<[string, Buffer]>([
    ...cuts,
    ['progressive JPEG cut and closed', join(cut(progressive, 0.4), ends)],
    ['interlaced PNG cut', cut(interlaced, 0.6)],
    ['lossless WebP cut', cut(lossless, 0.6)],
    ['PNG with broken pixels', broken],
    ['PNG that ends before its pixels', join(png.subarray(0, 33), chunk('IEND', ''))],
    [
      'PNG that does not begin with its header',
      join(png.subarray(0, 8), chunk('tEXt', 'a\0b'), png.subarray(8)),
    ],
    ['PNG of too few rows', handmadePng(400, 400, Buffer.alloc(51 * 100))],
    ['PNG of a million empty chunks', withChunks(png, Buffer.alloc(12 * 1_000_000, chunk('teSt', '')))],
    ['WebP whose RIFF ends within its picture', shrunkRiff],
    ['WebP whose RIFF reaches over the file', grownRiff],
    ['JPEG with only a start and an end', latin1('\xff\xd8\xff\xe0\0\x02\xff\xd9')],
    [
      'JPEG of a million empty segments',
      join(jpeg.subarray(0, 2), Buffer.alloc(4_000_000, latin1('\xff\xe0\0\x02'))),
    ],
    ['JPEG of height 0', claiming(jpeg, 480, 0)],
  ])('%s', async (_, bytes) => {
    const problem = await refuse(bytes)
    expect(problem.code).toBe('invalid_input')
    expect(problem.details.reasons).toEqual([{ type: 'image_damaged', image: null }])
  })
})

describe('an image too large to decode is refused by its header alone', () => {
  test.each<[string, Buffer, number, number]>([
    ['a PNG header over garbage', handmadePng(50_000, 50_000, Buffer.from('no pixels')), 50_000, 50_000],
    ['a true PNG of 900 MP in kilobytes', bomb, 30_000, 30_000],
    ['a JPEG of absurd size', claiming(jpeg, 65_500, 65_500), 65_500, 65_500],
    ['a progressive JPEG that must be held whole', large, 9_000, 8_000],
  ])('%s', async (_, bytes, width, height) => {
    const problem = await refuse(bytes)
    expect(problem.code).toBe('too_large')
    expect(problem.details.reasons).toMatchObject([{ type: 'image_too_many_pixels', width, height }])
  })

  test('a file over the upload limit', async () => {
    const file = await desk.put(jpeg)
    const handle = await open(file, 'r+')
    await handle.truncate(UPLOAD_LIMIT + 1)
    await handle.close()
    await expect(admit(file, desk.fresh(), { slot: 1 })).rejects.toMatchObject({
      code: 'too_large',
      details: { reasons: [{ type: 'image_too_heavy', image: 1, limit: 64_000_000 }] },
    })
  })
})

test('the decoder’s error is kept as the cause', async () => {
  const problem = await refuse(join(cut(jpeg, 0.5), ends))
  expect(problem.cause).toBeInstanceOf(Error)
})

test('a refused image leaves no files behind', async () => {
  const folder = await openDesk()
  const file = await folder.put(join(cut(jpeg, 0.5), ends))
  await admit(file, folder.fresh()).catch(() => undefined)
  expect(await readdir(folder.folder)).toEqual(['1.bin'])
  await folder.close()
})
