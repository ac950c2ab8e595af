import sharp from 'sharp'

/** A photograph-like picture: a soft gradient with some noise, different for each hue. */
export async function photo(hue: number, width = 1600, height = 900): Promise<Buffer> {
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x2="0" y2="1">
      <stop stop-color="hsl(${hue} 60% 70%)"/><stop offset="1" stop-color="hsl(${hue + 40} 50% 30%)"/>
    </linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="70%" cy="35%" r="12%" fill="hsl(${hue} 90% 92%)"/></svg>`
  return sharp(Buffer.from(sky)).jpeg({ quality: 92 }).toBuffer()
}

/** As a browser takes a file. */
export const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer })
