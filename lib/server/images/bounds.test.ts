import { randomBytes } from 'node:crypto'
import { readdir, stat, symlink } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { IMAGE, type ImageBounds } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { flat, openDesk, photo } from '@/testing/images/samples'
import { admit, UPLOAD_LIMIT } from './index'

const desk = await openDesk()
afterAll(desk.close)

const outcome = async (image: Sharp, bounds?: ImageBounds) => {
  const into = desk.fresh()
  try {
    return { ...(await admit(await desk.put(image), into, { bounds })), into }
  } catch (error) {
    if (error instanceof Problem) return error.details.reasons?.[0]
    throw error
  }
}

describe('a photo keeps its own size, whatever models accept', () => {
  test.each([
    [1, 1],
    [300, 300],
    [300, 1_000],
    [6_000, 4_000],
    [6_000, 6_000],
    [16_383, 1_000],
    [400, 16_383],
  ])('%i × %i', async (width, height) => {
    expect(await outcome(flat(width, height).jpeg())).toMatchObject({ width, height })
  })

  test.each([
    [20_000, 400, 16_383, 328],
    [20_000, 8_100, 6_285, 2_546],
    [8_160, 6_120, 4_618, 3_464],
  ])('unless writing it would take too long: %i × %i becomes %i × %i', async (...sizes) => {
    const [width, height, keptWidth, keptHeight] = sizes
    const kept = await outcome(flat(width, height).jpeg())
    expect(kept).toMatchObject({ width: keptWidth, height: keptHeight })
  })

  test('and may be as heavy as an upload', async () => {
    const pixels = randomBytes(5_900 * 4_720 * 3)
    const noise = sharp(pixels, { raw: { width: 5_900, height: 4_720, channels: 3 } }).jpeg({ quality: 90 })
    const kept = await outcome(noise)
    if (!kept || !('into' in kept)) throw new Error('refused')
    expect(kept.bytes).toBeGreaterThan(IMAGE.maxBytes)
    expect(kept.bytes).toBeLessThanOrEqual(UPLOAD_LIMIT)
    expect((await stat(kept.into)).size).toBe(kept.bytes)
  })
})

describe('with a model’s bounds, an image is accepted or refused by its size', () => {
  const small = { type: 'image_too_small', min: 301 }
  const odd = { type: 'image_ratio', min: 0.41, max: 2.49 }
  test.each<[number, number, object]>([
    [1, 1, { ...small, width: 1, height: 1 }],
    [300, 300, small],
    [300, 600, small],
    [301, 300, small],
    [301, 301, { width: 301, height: 301 }],
    [399, 1_000, odd],
    [400, 1_000, odd],
    [409, 1_000, odd],
    [410, 1_000, { width: 410, height: 1_000 }],
    [2_490, 1_000, { width: 2_490, height: 1_000 }],
    [2_491, 1_000, odd],
    [2_500, 1_000, odd],
    [5_999, 5_999, { width: 5_999, height: 5_999 }],
    [7_470, 3_000, { width: 7_470, height: 3_000 }],
    [20_000, 400, odd],
    [20_000, 300, small],
  ])('%i × %i', async (width, height, expected) => {
    expect(await outcome(flat(width, height).jpeg(), IMAGE)).toMatchObject(expected)
  })

  test('the upright ratio counts when EXIF rotates the image', async () => {
    const turned = flat(1_000, 500).withMetadata({ orientation: 8 }).jpeg()
    expect(await outcome(turned, IMAGE)).toMatchObject({ width: 500, height: 1_000 })
    const tooTall = flat(1_000, 400).withMetadata({ orientation: 8 }).jpeg()
    expect(await outcome(tooTall, IMAGE)).toMatchObject({ type: 'image_ratio', width: 400, height: 1_000 })
  })

  test('an image that can’t be scaled to the bounds is refused by its header, undecoded', async () => {
    const broken = (await flat(300, 300).jpeg().toBuffer()).subarray(0, -200)
    const closed = Buffer.concat([broken, Buffer.from([0xff, 0xd9])])
    const admitting = admit(await desk.put(closed), desk.fresh(), { bounds: IMAGE })
    await expect(admitting).rejects.toMatchObject({ details: { reasons: [small] } })
  })
})

describe('a file system error is passed on unchanged', () => {
  const fails = async (into: string) => {
    const file = await desk.put(photo().jpeg())
    return admit(file, into).catch((error: unknown) => error)
  }

  test('for a full disk, leaving no file', async () => {
    const folder = await openDesk()
    const into = folder.fresh()
    await symlink('/dev/full', into)
    const error = await fails(into)
    expect(error).not.toBeInstanceOf(Problem)
    expect(error).toMatchObject({ message: expect.stringContaining('No space left on device') })
    expect(await readdir(folder.folder)).toEqual([])
    await folder.close()
  })

  test('for a missing folder', async () => {
    const error = await fails(`${desk.folder}/nowhere/image`)
    expect(error).not.toBeInstanceOf(Problem)
    expect(error).toMatchObject({ message: expect.stringContaining('No such file or directory') })
  })

  test('for a missing file', async () => {
    await expect(admit(`${desk.folder}/nothing`, desk.fresh())).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})
