import { randomBytes } from 'node:crypto'
import { readdir, stat, symlink } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { IMAGE } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { admit } from '.'
import { flat, openDesk, photo } from './samples'

const desk = await openDesk()
afterAll(desk.close)

const outcome = async (image: Sharp) => {
  const into = desk.fresh()
  try {
    return { ...(await admit(await desk.put(image), null, into)), into }
  } catch (error) {
    if (error instanceof Problem) return error.details.reasons?.[0]
    throw error
  }
}

describe('sides and ratio', () => {
  const small = { is: 'image_too_small', min: 301 }
  const odd = { is: 'image_ratio', min: 0.41, max: 2.49 }
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
    [6_000, 4_000, { width: 5_999, height: 4_000 }],
    [7_470, 3_000, { width: 5_999, height: 2_410 }],
    [2_460, 6_000, { width: 2_460, height: 5_999 }],
    [20_000, 400, odd],
    [20_000, 300, small],
    [20_000, 8_100, { width: 5_999, height: 2_430 }],
  ])('%i × %i', async (width, height, expected) => {
    expect(await outcome(flat(width, height).jpeg())).toMatchObject(expected)
  })

  test('turned by EXIF, the upright ratio counts', async () => {
    const turned = flat(1_000, 500).withMetadata({ orientation: 8 }).jpeg()
    expect(await outcome(turned)).toMatchObject({ width: 500, height: 1_000 })
    const tooTall = flat(1_000, 400).withMetadata({ orientation: 8 }).jpeg()
    expect(await outcome(tooTall)).toMatchObject({ is: 'image_ratio', width: 400, height: 1_000 })
  })
})

describe('a result over 30 MB is made smaller', () => {
  const noise = (width: number, height: number) =>
    sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

  test('a PNG becomes a JPEG of the same size', async () => {
    const result = await outcome(noise(4_000, 2_700).png({ compressionLevel: 1 }))
    expect(result).toMatchObject({ type: 'image/jpeg', width: 4_000, height: 2_700 })
    expect(result).toHaveProperty(
      'bytes',
      expect.toSatisfy((bytes) => bytes <= IMAGE.maxBytes),
    )
  })

  test('a JPEG gets smaller sides of the same ratio', async () => {
    const result = await outcome(noise(5_900, 4_720).jpeg({ quality: 90 }))
    if (!result || 'is' in result) throw new Error('refused')
    expect(result.bytes).toBeLessThanOrEqual(IMAGE.maxBytes)
    expect(result.width).toBeLessThan(5_900)
    expect(result.width / result.height).toBeCloseTo(1.25, 2)
    expect((await stat(result.into)).size).toBe(result.bytes)
  })
})

describe('what is no fault of the image', () => {
  const fails = async (into: string) => {
    const file = await desk.put(photo().jpeg())
    return admit(file, null, into).catch((error: unknown) => error)
  }

  test('a full disk is passed on as it is, and leaves nothing', async () => {
    const folder = await openDesk()
    const into = folder.fresh()
    await symlink('/dev/full', into)
    const error = await fails(into)
    expect(error).not.toBeInstanceOf(Problem)
    expect(error).toMatchObject({ message: expect.stringContaining('No space left on device') })
    expect(await readdir(folder.folder)).toEqual([])
    await folder.close()
  })

  test('a folder that is missing', async () => {
    const error = await fails(`${desk.folder}/nowhere/image`)
    expect(error).not.toBeInstanceOf(Problem)
    expect(error).toMatchObject({ message: expect.stringContaining('No such file or directory') })
  })

  test('a file that is missing', async () => {
    await expect(admit(`${desk.folder}/nothing`, null, desk.fresh())).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})
