import sharp, { type Sharp } from 'sharp'

/** A photo-like image: a soft gradient, different for each hue. */
export async function photo(hue: number, width = 1600, height = 900): Promise<Buffer> {
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x2="0" y2="1">
      <stop stop-color="hsl(${hue} 60% 70%)"/><stop offset="1" stop-color="hsl(${hue + 40} 50% 30%)"/>
    </linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="70%" cy="35%" r="12%" fill="hsl(${hue} 90% 92%)"/></svg>`
  return sharp(Buffer.from(sky)).jpeg({ quality: 92 }).toBuffer()
}

/** The colours of `quarters`: top left, top right, bottom left, bottom right. */
const QUARTERS = ['red', 'green', 'blue', 'yellow'] as const
const PAINTS = {
  red: [208, 48, 48],
  green: [48, 160, 64],
  blue: [48, 80, 208],
  yellow: [224, 192, 48],
} as const

/** An image of four coloured quarters, so that any crop shows where it comes from. */
export function quarters(width: number, height: number): Sharp {
  const [w, h] = [width / 2, height / 2]
  const rects = QUARTERS.map(
    (colour, index) =>
      `<rect x="${(index % 2) * w}" y="${index < 2 ? 0 : h}" width="${w}" height="${h}" fill="rgb(${PAINTS[colour]})"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rects.join('')}</svg>`
  return sharp(Buffer.from(svg))
}

/** Which of the four colours is at a point, given as fractions of width and height. */
export async function colourAt(
  image: Buffer,
  x: number,
  y: number,
): Promise<(typeof QUARTERS)[number] | null> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  const near = (paint: readonly number[]) =>
    paint.every((value, channel) => Math.abs(value - (data[at + channel] ?? -99)) < 24)
  return QUARTERS.find((colour) => near(PAINTS[colour])) ?? null
}

/** A file for `setInputFiles`. */
export const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer })
