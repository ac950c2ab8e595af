import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { keptCrop, type Rect } from '@/lib/shared/images/kept-size'
import { IMAGE } from '@/lib/shared/models'
import { draw, flat, openDesk } from '@/testing/images/samples'
import { admit } from './index'

const desk = await openDesk()
afterAll(desk.close)

/** Red grows to the right, green downwards: each colour says where it was. */
const map = (width: number, height: number) =>
  draw(width, height, (x, y) => [Math.floor((x / width) * 256), Math.floor((y / height) * 256), 90])

async function cut(image: Sharp | Buffer, crop: Rect) {
  const into = desk.fresh()
  const { width, height, type } = await admit(await desk.put(image), into, { crop })
  const { data, info } = await sharp(into).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 2),
  ]
  return { width, height, type, first: at(0, 0), last: at(info.width - 1, info.height - 1) }
}

const near = (colour: number[], expected: number[]) =>
  expect(Math.max(...colour.map((level, index) => Math.abs(level - (expected[index] ?? 999))))).toBeLessThan(
    8,
  )

describe('a part of an image is kept', () => {
  const crop = { x: 256, y: 192, width: 512, height: 384 }
  test.each<[string, (image: Sharp) => Sharp, string]>([
    ['JPEG', (image) => image.jpeg(), 'image/jpeg'],
    ['progressive JPEG', (image) => image.jpeg({ progressive: true }), 'image/jpeg'],
    ['PNG', (image) => image.png(), 'image/png'],
    ['interlaced PNG', (image) => image.png({ progressive: true }), 'image/png'],
    ['PNG of 16 bits', (image) => image.toColourspace('rgb16').png(), 'image/png'],
    ['transparent PNG', (image) => image.ensureAlpha(1).png(), 'image/png'],
    ['WebP', (image) => image.webp({ lossless: true }), 'image/webp'],
  ])('%s', async (_, encode, type) => {
    const { first, last, ...rest } = await cut(encode(map(1_024, 768)), crop)
    expect(rest).toEqual({ width: 512, height: 384, type })
    near(first, [64, 64])
    near(last, [191, 191])
  })

  test.each([2, 3, 4, 5, 6, 7, 8])('with EXIF orientation %i, of the upright image', async (orientation) => {
    const upright = await desk.put(map(1_024, 768).png()) // files only: the server decodes nothing else
    // What a camera stores: turned so that viewers turn it back. sharp mirrors before it turns.
    const undo: Record<number, (image: Sharp) => Sharp> = {
      2: (image) => image.flop(),
      3: (image) => image.rotate(180),
      4: (image) => image.flip(),
      5: (image) => image.rotate(-90).flop(),
      6: (image) => image.rotate(-90),
      7: (image) => image.rotate(90).flop(),
      8: (image) => image.rotate(90),
    }
    const turned = await desk.put((undo[orientation] ?? ((image) => image))(sharp(upright)).png())
    const stored = sharp(turned).withMetadata({ orientation }).jpeg()
    const { first, last, width, height } = await cut(stored, { x: 512, y: 0, width: 512, height: 192 })
    expect([width, height]).toEqual([512, 192])
    near(first, [128, 0])
    near(last, [255, 63])
  })

  test('of one that is scaled down when it is kept', async () => {
    const [width, height] = [9_000, 6_000]
    const large = map(900, 600).resize(width, height, { kernel: 'nearest' }).jpeg()
    const crop = { x: 4_500, y: 3_000, width: 4_500, height: 3_000 }
    const { first, last, ...rest } = await cut(large, crop)
    expect(rest).toMatchObject(keptCrop(crop, { width, height }))
    expect(rest.width).toBe(2_449)
    near(first, [128, 128])
    near(last, [255, 255])
  })

  test('to its very edges', async () => {
    expect(await cut(map(401, 303).png(), { x: 0, y: 0, width: 401, height: 303 })).toMatchObject({
      width: 401,
    })
    expect(await cut(map(401, 303).png(), { x: 100, y: 2, width: 301, height: 301 })).toMatchObject({
      height: 301,
    })
  })
})

test('a part beyond the image is refused, naming the image’s size', async () => {
  const call = admit(await desk.put(flat(400, 300).jpeg()), desk.fresh(), {
    crop: { x: 100, y: 0, width: 301, height: 300 },
  })
  await expect(call).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('400 × 300'),
    details: { errors: { crop: [expect.any(String)] } },
  })
})

test('bounds are those of the part, not of the whole', async () => {
  const wide = await desk.put(flat(3_000, 600).jpeg())
  const crop = { x: 0, y: 0, width: 600, height: 600 }
  expect(await admit(wide, desk.fresh(), { crop, bounds: IMAGE })).toMatchObject({ width: 600 })
  const small = { x: 0, y: 0, width: 1_200, height: 400 }
  await expect(admit(wide, desk.fresh(), { crop: small, bounds: IMAGE })).rejects.toMatchObject({
    details: { reasons: [{ type: 'image_ratio' }] },
  })
})
