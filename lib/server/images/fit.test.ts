import { randomBytes } from 'node:crypto'
import { readFile, symlink } from 'node:fs/promises'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { boundsReason } from '@/lib/shared/images/bounds'
import { keptSize, within } from '@/lib/shared/images/kept-size'
import { IMAGE, type ImageBounds, MODELS } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { PROMPT_LIMIT } from '@/lib/shared/prompt'
import { draw, flat, openDesk, photo } from '@/testing/images/samples'
import { admit, fitToBounds, isWithin, refuseUnfit, UPLOAD_LIMIT } from './index'

const desk = await openDesk()
afterAll(desk.close)

const asker = { person: 'a' }

/** The image as stored after an upload, and as sent to a model with these bounds. */
async function fitted(image: Sharp, bounds: Partial<ImageBounds> = {}) {
  const [kept, into] = [desk.fresh(), desk.fresh()]
  const admitted = await admit(await desk.put(image), kept)
  return { kept, admitted, into, ...(await fitToBounds(kept, into, { ...IMAGE, ...bounds }, asker)) }
}

test.each([
  [5_999, 5_999, 30_000_000, true],
  [6_000, 3_000, 1_000, false],
  [3_000, 6_000, 1_000, false],
  [400, 400, 30_000_001, false],
])('%i × %i px of %i bytes is sent unchanged: %s', (width, height, bytes, expected) => {
  expect(isWithin({ width, height, bytes }, IMAGE)).toBe(expected)
})

test.each(Object.values(MODELS))(
  'all images that $label accepts fit into one request',
  ({ image, images }) => {
    const besides = 4 * PROMPT_LIMIT + 100_000 // bytes: the prompt, and ample room for the rest of the form
    expect(images * image.maxBytes + besides).toBeLessThanOrEqual(UPLOAD_LIMIT)
  },
)

describe('an image that scaling down can’t fit is refused, naming the bound', () => {
  test.each([
    [300, 400, { type: 'image_too_small', image: 2, width: 300, height: 400, min: 301 }],
    [400, 1_000, { type: 'image_ratio', image: 2, width: 400, height: 1_000, min: 0.41, max: 2.49 }],
  ])('%i × %i', (width, height, reason) => {
    const refuse = () => refuseUnfit({ width, height }, 2, IMAGE)
    expect(refuse).toThrow(Problem)
    expect(refuse).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        details: expect.objectContaining({ reasons: [reason] }),
      }),
    )
  })

  test('any other image is accepted', () => {
    for (const [width, height] of [
      [301, 301],
      [6_000, 4_000],
      [16_383, 7_000],
    ] as const) {
      expect(() => refuseUnfit({ width, height }, 1, IMAGE)).not.toThrow()
    }
  })
})

describe('a side that is too long is scaled down to the maximum', () => {
  test.each([
    [6_000, 4_000, 5_999, 4_000],
    [7_470, 3_000, 5_999, 2_410],
    [2_460, 6_000, 2_460, 5_999],
  ])('%i × %i becomes %i × %i', async (width, height, fitWidth, fitHeight) => {
    const { into, ...result } = await fitted(flat(width, height).jpeg())
    expect(result).toMatchObject({ width: fitWidth, height: fitHeight, type: 'image/jpeg' })
    const written = await sharp(into).metadata()
    expect([written.width, written.height]).toEqual([fitWidth, fitHeight])
    expect(result.bytes).toBe((await readFile(into)).length)
  })

  test('every accepted size is within the bounds after storing and fitting', () => {
    const side = fc.integer({ min: 1, max: 60_000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        fc.pre(boundsReason({ width, height }, null, IMAGE) === null)
        const size = within(keptSize({ width, height }), IMAGE.maxSide)
        expect(boundsReason(size, null, IMAGE)).toBeNull()
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(IMAGE.maxSide)
      }),
      { numRuns: 5_000 },
    )
  })
})

const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

describe('an image with too many bytes', () => {
  test('becomes a JPEG of the same size if it is a PNG', async () => {
    const { type, width, height, bytes } = await fitted(noise(900, 600).png(), { maxBytes: 1_400_000 })
    expect({ type, width, height }).toEqual({ type: 'image/jpeg', width: 900, height: 600 })
    expect(bytes).toBeLessThanOrEqual(1_400_000)
  })

  test('becomes just small enough, keeping its ratio, if it is a JPEG', async () => {
    const { width, height, bytes } = await fitted(noise(1_000, 800).jpeg({ quality: 90 }), {
      maxBytes: 900_000,
    })
    expect(bytes).toBeLessThanOrEqual(900_000)
    expect(bytes).toBeGreaterThan(600_000)
    expect(width / height).toBeCloseTo(1.25, 2)
  })

  test('becomes lossy if it is a lossless WebP', async () => {
    const { type, bytes } = await fitted(noise(500, 400).webp({ lossless: true }), { maxBytes: 400_000 })
    expect(type).toBe('image/webp')
    expect(bytes).toBeLessThanOrEqual(400_000)
  })
})

/** Mean squared error, of levels from 0 to 255. */
async function difference(a: Sharp, b: Sharp): Promise<number> {
  const [one, other] = await Promise.all([a.raw().toBuffer(), b.raw().toBuffer()])
  expect(one.length).toBe(other.length)
  return one.reduce((sum, level, at) => sum + (level - (other[at] ?? 0)) ** 2, 0) / one.length
}

describe('a fitted image', () => {
  test('shows the whole image, upright', async () => {
    const corners = draw(800, 600, (x, y) => [x < 400 ? 220 : 30, y < 300 ? 200 : 40, 90])
    const { kept, into, width, height } = await fitted(corners.withMetadata({ orientation: 6 }).jpeg(), {
      maxSide: 400,
    })
    expect([width, height]).toEqual([300, 400])
    expect(await difference(sharp(kept).resize(300, 400, { fit: 'fill' }), sharp(into))).toBeLessThan(10)
  })

  test.each<[string, (image: Sharp) => Sharp, string]>([
    ['JPEG', (image) => image.jpeg(), 'image/jpeg'],
    ['PNG', (image) => image.png(), 'image/png'],
    ['WebP', (image) => image.webp(), 'image/webp'],
  ])('stays %s', async (_, encode, type) => {
    expect(await fitted(encode(photo(800, 600)), { maxSide: 500 })).toMatchObject({ type, width: 500 })
  })

  test('is opaque, even where one of an earlier version is not', async () => {
    const { into } = await fitted(photo(800, 600).ensureAlpha(0.4).png(), { maxSide: 500 })
    expect((await sharp(into).metadata()).hasAlpha).toBe(false)
  })

  test('has the same bytes each time', async () => {
    const { kept, into } = await fitted(photo(800, 600).jpeg(), { maxSide: 500 })
    const again = desk.fresh()
    await fitToBounds(kept, again, { ...IMAGE, maxSide: 500 }, asker)
    expect((await readFile(again)).equals(await readFile(into))).toBe(true)
  })
})

test('a file system error is passed on unchanged and leaves no file', async () => {
  const [kept, into] = [await desk.put(photo().jpeg()), desk.fresh()]
  await symlink('/dev/full', into)
  const error = await fitToBounds(kept, into, { ...IMAGE, maxSide: 400 }, asker).catch(
    (cause: unknown) => cause,
  )
  expect(error).not.toBeInstanceOf(Problem)
  expect(error).toMatchObject({ message: expect.stringContaining('No space left on device') })
  await expect(readFile(into)).rejects.toMatchObject({ code: 'ENOENT' })
})
