import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { reasonsZh } from '@/lib/shared/messages/zh/reasons'
import { Problem } from '@/lib/shared/problem'
import { claiming, flat, openDesk, photo } from '@/testing/images/samples'
import { PIXELS, readHeader } from './decoder'
import { admit } from './index'

const desk = await openDesk()
afterAll(desk.close)

const outcome = async (image: Sharp | Buffer) => {
  try {
    return await admit(await desk.put(image), desk.fresh())
  } catch (error) {
    if (error instanceof Problem) return error.details.reasons?.[0]
    throw error
  }
}

describe('the limit on pixels depends on the cost of decoding', () => {
  const small = () => flat(64, 64)
  const kinds: [keyof typeof PIXELS, width: number, height: number, Sharp][] = [
    ['progressive_jpeg', 9_000, 9_000, small().jpeg({ progressive: true })],
    ['cmyk_jpeg', 5_000, 5_000, small().toColourspace('cmyk').jpeg()],
    ['png', 9_000, 9_000, small().png()],
    ['deep_png', 6_000, 6_000, small().toColourspace('rgb16').png()],
    ['deep_png', 6_000, 6_000, small().png({ progressive: true })],
    ['webp', 6_000, 6_000, small().webp()],
    ['jpeg', 20_000, 20_000, photo().jpeg()],
  ]
  test.each(kinds)('%s of %i × %i', async (kind, width, height, image) => {
    const reason = await outcome(claiming(await image.toBuffer(), width, height))
    expect(reason).toMatchObject({ type: 'image_too_many_pixels', kind, limit: PIXELS[kind] })
    if (!reason || !('type' in reason) || reason.type !== 'image_too_many_pixels') throw new Error('taken')
    const megapixels = `${PIXELS[kind] / 1e6}`
    expect(formatReason(reasonsEn, reason)).toContain(`at most ${megapixels} megapixels`)
    expect(formatReason(reasonsZh, reason)).toContain(`最多 ${megapixels} 百万像素`)
  })

  test('admits everything phones produce: 200 MP as baseline JPEG, 50 MP as any JPEG', async () => {
    expect(PIXELS.jpeg).toBeGreaterThanOrEqual(16_384 * 12_288)
    expect(PIXELS.progressive_jpeg).toBeGreaterThanOrEqual(8_192 * 6_144)
    // Over 36 MP, an image is reduced to 16 MP, keeping its ratio.
    expect(await outcome(flat(8_160, 6_120).jpeg())).toMatchObject({ width: 4_618, height: 3_464 })
  })
})

describe('a JPEG with many scans', () => {
  const scanned = async (more: number) => {
    const jpeg = await photo().jpeg({ progressive: true }).toBuffer()
    const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
    return Buffer.concat([
      jpeg.subarray(0, -2),
      ...Array.from({ length: more }, () => scan),
      jpeg.subarray(-2),
    ])
  }

  test('is refused when they only keep the decoder busy', async () => {
    expect(await outcome(await scanned(0))).toMatchObject({ type: 'image/jpeg' })
    expect(await outcome(await scanned(40))).toEqual({ type: 'image_damaged', image: null })
  })

  test('counts as held in memory, even when it is not progressive', async () => {
    const file = await desk.put(photo().jpeg())
    expect((await readHeader(file, 1)).kind).toBe('jpeg')
    expect((await readHeader(file, 3)).kind).toBe('progressive_jpeg')
  })

  test.each([0xc3, 0xc5, 0xc9, 0xca, 0xcf])(
    'with a frame type that no browser shows is refused: %i',
    async (kind) => {
      const jpeg = await photo().jpeg().toBuffer()
      jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 1] = kind
      expect(await outcome(jpeg)).toEqual({ type: 'image_damaged', image: null })
    },
  )
})

test('a photographic PNG that would take seconds to write becomes a JPEG; a screenshot stays PNG', async () => {
  const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const noisy = sharp({
    create: { width: 3_900, height: 2_300, channels: 3, background: '#000', noise: grain },
  })
  expect(await outcome(noisy.png({ compressionLevel: 1 }))).toMatchObject({
    type: 'image/jpeg',
    width: 3_900,
  })
  expect(await outcome(flat(4_500, 3_000).png())).toMatchObject({ type: 'image/png', width: 4_500 })
})
