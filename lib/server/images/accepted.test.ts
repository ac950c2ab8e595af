import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import {
  chunk,
  draw,
  flat,
  join,
  media,
  openDesk,
  photo,
  type Rgb,
  withChunks,
  withSegment,
} from '@/testing/images/samples'
import { admit } from './index'

const desk = await openDesk()
afterAll(desk.close)

const jpeg = await photo().jpeg().toBuffer()
const png = await photo().png().toBuffer()
const webp = await photo().webp().toBuffer()

const take = async (bytes: Buffer | Sharp) => {
  const into = desk.fresh()
  return { ...(await admit(await desk.put(bytes), into)), into }
}

const secret = 'SECRET-4711'
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${secret}"/></rdf:RDF></x:xmpmeta>`
const gps = { IFD0: { Artist: secret }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' } }

describe('unusual but valid images are accepted', () => {
  const video = Buffer.concat([media('mp42'), Buffer.from(`moov${secret}`)])
  test.each<[string, Buffer | Sharp, string]>([
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a progressive JPEG', photo().jpeg({ progressive: true }), 'image/jpeg'],
    ['a grey JPEG', photo().greyscale().jpeg(), 'image/jpeg'],
    ['a motion photo: a video after the JPEG', join(jpeg, video), 'image/jpeg'],
    ['a second JPEG after the first', join(jpeg, jpeg, secret), 'image/jpeg'],
    [
      "a manufacturer's trailer after the JPEG",
      join(jpeg, Buffer.alloc(40_000, 7), `SEFH${secret}SEFT`),
      'image/jpeg',
    ],
    [
      'a JPEG with padding before a marker',
      join(jpeg.subarray(0, 2), Buffer.alloc(9, 0xff), jpeg.subarray(2)),
      'image/jpeg',
    ],
    [
      'a JPEG with stray bytes before its end',
      join(jpeg.subarray(0, -2), '12345', jpeg.subarray(-2)),
      'image/jpeg',
    ],
    [
      'a JPEG with invalid EXIF',
      withSegment(jpeg, 0xe1, `Exif\0\0II*\0\xff\xff\xff\x7f${secret}`),
      'image/jpeg',
    ],
    ['a JPEG with a broken profile', withSegment(jpeg, 0xe2, `ICC_PROFILE\0\x01\x01${secret}`), 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['an interlaced PNG', photo().png({ progressive: true }), 'image/png'],
    ['a palette PNG', photo().png({ palette: true }), 'image/png'],
    ['a grey PNG', photo().greyscale().png(), 'image/png'],
    ['a PNG with bytes after its end', join(png, Buffer.alloc(999, 5), secret), 'image/png'],
    ['a PNG with a broken profile', withChunks(png, chunk('iCCP', `x\0\0${secret}`)), 'image/png'],
    ['a WebP', webp, 'image/webp'],
    ['a lossless WebP', photo().webp({ lossless: true }), 'image/webp'],
    ['a WebP with transparency', photo().ensureAlpha(0.5).webp(), 'image/webp'],
  ])('%s', async (_, bytes, type) => {
    const { into, sha256, ...admitted } = await take(bytes)
    const written = await readFile(into)
    expect(admitted).toEqual({ width: 480, height: 360, type, bytes: written.length })
    expect(sha256).toBe(createHash('sha256').update(written).digest('hex'))
    expect(written.includes(secret)).toBe(false)
    expect(await sharp(into).metadata()).toMatchObject({ width: 480, height: 360, depth: 'uchar' })
  })
})

const marked = (image: Sharp) => image.withExif(gps).withXmp(xmp).withIccProfile('p3')
const [markedJpeg, markedPng] = await Promise.all([
  marked(photo()).jpeg().toBuffer(),
  marked(photo()).png().toBuffer(),
])

describe('everything but the pixels is removed', () => {
  const iptc = `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x78\0\x0b${secret}`
  test.each<[string, Buffer | Sharp]>([
    ['JPEG', withSegment(withSegment(markedJpeg, 0xfe, secret), 0xed, iptc)],
    ['PNG', withChunks(markedPng, chunk('tEXt', `Author\0${secret}`))],
    ['WebP', marked(photo()).webp()],
    ['lossless WebP', marked(photo()).webp({ lossless: true })],
  ])('%s', async (_, bytes) => {
    const before = await sharp(await desk.put(bytes)).metadata()
    expect(before).toMatchObject({
      exif: expect.any(Buffer),
      xmp: expect.any(Buffer),
      icc: expect.any(Buffer),
    })
    const { into } = await take(bytes)
    const { exif, icc, iptc: captions, xmp: packet, comments, orientation } = await sharp(into).metadata()
    expect({ exif, icc, captions, packet, comments, orientation }).toEqual({})
    const written = (await readFile(into)).toString('latin1')
    for (const trace of [secret, 'Exif', 'EXIF', 'eXIf', 'GPS', 'xmpmeta', 'XMP', 'ICC', 'tEXt', '8BIM']) {
      expect(written).not.toContain(trace)
    }
  })
})

describe('every image is stored upright', () => {
  const corners = {
    red: [230, 20, 20],
    green: [20, 200, 20],
    blue: [20, 20, 230],
    white: [240, 240, 240],
  } as const
  const upright = [corners.red, corners.green, corners.blue, corners.white] as const
  /** Maps an upright pixel to its place in a file with this orientation; x and y from 0 to 1. */
  const stored: Record<number, (x: number, y: number) => [x: number, y: number]> = {
    1: (x, y) => [x, y],
    2: (x, y) => [1 - x, y],
    3: (x, y) => [1 - x, 1 - y],
    4: (x, y) => [x, 1 - y],
    5: (x, y) => [y, x],
    6: (x, y) => [1 - y, x],
    7: (x, y) => [1 - y, 1 - x],
    8: (x, y) => [y, 1 - x],
  }
  const quarter = (x: number, y: number): Rgb => upright[(y < 0.5 ? 0 : 2) + (x < 0.5 ? 0 : 1)] ?? [0, 0, 0]

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i', async (orientation) => {
    const [width, height] = orientation < 5 ? [480, 360] : [360, 480]
    const slot = stored[orientation]
    const image = draw(width, height, (x, y) => (slot ? quarter(...slot(x / width, y / height)) : [0, 0, 0]))
    const { into, ...admitted } = await take(image.withMetadata({ orientation }).jpeg())
    expect(admitted).toMatchObject({ width: 480, height: 360 })
    const pixels = await sharp(into).raw().toBuffer()
    for (const [at, [x, y]] of [
      [120, 90],
      [360, 90],
      [120, 270],
      [360, 270],
    ].entries()) {
      const start = ((y ?? 0) * 480 + (x ?? 0)) * 3
      const distance = upright[at]?.map((level, channel) => Math.abs(level - (pixels[start + channel] ?? 0)))
      expect(Math.max(...(distance ?? [255]))).toBeLessThan(8)
    }
  })

  test('the reported size is that of the upright image, even after scaling down', async () => {
    const { width, height } = await take(flat(20_000, 400).withMetadata({ orientation: 6 }).jpeg())
    expect([width, height]).toEqual([328, 16_383])
  })
})

test('a thumbnail is a small WebP, whatever the image’s format', async () => {
  for (const image of [flat(2_000, 1_000).jpeg(), flat(1_000, 2_000).png(), flat(2_000, 1_000).webp()]) {
    const small = desk.fresh()
    await admit(await desk.put(image), desk.fresh(), { thumbnail: small })
    const { format, width, height } = await sharp(small).metadata()
    expect({ format, longest: Math.max(width, height) }).toEqual({ format: 'webp', longest: 640 })
  }
})
