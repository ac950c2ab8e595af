import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { BACKDROP } from '@/lib/shared/images/backdrop'
import { draw, flat, openDesk, photo, type Rgb } from '@/testing/images/samples'
import { admit } from './index'

const desk = await openDesk()
afterAll(desk.close)

const admitted = async (image: Sharp | Buffer) => {
  const into = desk.fresh()
  await admit(await desk.put(image), into)
  return sharp(into)
}

/** Mean colour of the result, in sRGB. */
const meanOf = async (image: Sharp) =>
  (await image.toColourspace('srgb').stats()).channels.map(({ mean }) => mean)

const furthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((level, channel) => Math.abs(level - (b[channel] ?? Number.POSITIVE_INFINITY))))

const colours: Rgb[] = [
  [200, 60, 60],
  [60, 160, 80],
  [70, 90, 190],
  [128, 128, 128],
  [240, 230, 210],
]
const plain = (colour: Rgb) => draw(320, 320, () => colour)

describe('colours are preserved', () => {
  test.each<[string, number, (image: Sharp) => Sharp]>([
    ['JPEG in sRGB', 2, (image) => image.jpeg({ quality: 95 })],
    ['JPEG in Display P3', 3, (image) => image.withIccProfile('p3').jpeg({ quality: 95 })],
    ['PNG in Display P3', 3, (image) => image.withIccProfile('p3').png()],
    ['PNG of 16 bits', 1, (image) => image.toColourspace('rgb16').png()],
    ['PNG of 16 bits in Display P3', 3, (image) => image.toColourspace('rgb16').withIccProfile('p3').png()],
    ['PNG with a palette', 2, (image) => image.png({ palette: true })],
    ['PNG, interlaced', 0.5, (image) => image.png({ progressive: true })],
    ['WebP in Display P3', 4, (image) => image.withIccProfile('p3').webp({ quality: 95 })],
    ['lossless WebP', 0.5, (image) => image.webp({ lossless: true })],
  ])('%s', async (_, tolerance, encode) => {
    for (const colour of colours) {
      const out = await meanOf(await admitted(encode(plain(colour))))
      expect(furthest(colour, out)).toBeLessThanOrEqual(tolerance)
    }
  })

  test('in a CMYK JPEG, as closely as ink can reproduce them', async () => {
    for (const colour of colours.filter(([, , blue]) => blue !== 190)) {
      const out = await meanOf(await admitted(plain(colour).withIccProfile('cmyk').jpeg({ quality: 95 })))
      expect(furthest(colour, out)).toBeLessThanOrEqual(20)
    }
  })

  test('in a grey image', async () => {
    const out = await meanOf(await admitted(plain([90, 90, 90]).greyscale().jpeg()))
    expect(furthest([90], out)).toBeLessThanOrEqual(1)
  })

  test('in a wide gamut, by honouring the profile', async () => {
    const wide = await plain([200, 60, 60]).withIccProfile('p3').png().toBuffer()
    const untouched = await sharp(await desk.put(wide), { ignoreIcc: true }).stats()
    expect(
      furthest(
        [200, 60, 60],
        untouched.channels.map(({ mean }) => mean),
      ),
    ).toBeGreaterThan(8)
  })
})

describe('what is transparent shows the one colour behind it, in the image and in its thumbnail', () => {
  const half = (image: Sharp) => image.ensureAlpha(0.4)
  const none = (image: Sharp) => image.ensureAlpha(0)
  test.each<[string, number, (image: Sharp) => Sharp, (image: Sharp) => Sharp]>([
    ['PNG', 1, half, (image) => image.png()],
    ['grey PNG', 1, half, (image) => image.greyscale().png()],
    ['PNG of 16 bits', 1, half, (image) => image.toColourspace('rgb16').png()],
    ['PNG in Display P3', 3, half, (image) => image.withIccProfile('p3').png()],
    ['lossless WebP', 1, half, (image) => image.webp({ lossless: true })],
    ['WebP', 3, half, (image) => image.webp()],
    ['wholly transparent PNG', 0, none, (image) => image.png()],
  ])('%s', async (_, tolerance, see, encode) => {
    const [into, thumbnail] = [desk.fresh(), desk.fresh()]
    await admit(await desk.put(encode(see(plain([100, 100, 100]).ensureAlpha()))), into, { thumbnail })
    const share = see === half ? 0.4 : 0
    const shown = [0, 2, 4].map(
      (at) => share * 100 + (1 - share) * Number.parseInt(BACKDROP.slice(1 + at, 3 + at), 16),
    )
    for (const file of [into, thumbnail]) {
      expect((await sharp(file).metadata()).hasAlpha).toBe(false)
      expect(furthest(await meanOf(sharp(file)), shown)).toBeLessThanOrEqual(tolerance + 1)
    }
  })
})

/** Peak signal-to-noise ratio in dB; above 40, two images look the same. */
async function likeness(a: Sharp, b: Sharp): Promise<number> {
  const [one, other] = await Promise.all([a.raw().toBuffer(), b.raw().toBuffer()])
  expect(one.length).toBe(other.length)
  const squares = one.reduce((sum, level, at) => sum + (level - (other[at] ?? 0)) ** 2, 0)
  return 10 * Math.log10(255 ** 2 / (squares / one.length))
}

describe('re-encoding is visually lossless', () => {
  test.each<[string, number, (image: Sharp) => Sharp]>([
    ['JPEG', 40, (image) => image.jpeg({ quality: 92 })],
    ['PNG', Number.POSITIVE_INFINITY, (image) => image.png()],
    ['WebP', 40, (image) => image.webp({ quality: 90 })],
    ['lossless WebP', Number.POSITIVE_INFINITY, (image) => image.webp({ lossless: true })],
  ])('%s', async (_, least, encode) => {
    const original = await encode(photo(900, 600)).toBuffer()
    const kept = await admitted(original)
    expect(await likeness(sharp(await desk.put(original)), kept)).toBeGreaterThanOrEqual(least)
  })

  test('a lossless WebP too large for its encoder stays lossless', async () => {
    const out = await admitted(flat(2_400, 1_800).webp({ lossless: true }))
    expect((await out.metadata()).format).toBe('png')
  })
})
