import sharp from 'sharp'

type Size = { width: number; height: number }

/** Paints hills under a sky; the hue sets the time of day. Grain gives it the file size of a photo. */
export async function landscape(hue: number, { width, height }: Size): Promise<Buffer> {
  const hills = [0.55, 0.66, 0.78, 0.9].map((level, n) => {
    const [y, swing] = [level * height, height * 0.07]
    const light = 44 - n * 11
    return `<path fill="hsl(${hue + n * 9} ${42 - n * 6}% ${light}%)" d="M0 ${y} C${width * 0.25} ${y - swing * (n % 2 ? 1.6 : -1)} ${width * 0.4} ${y + swing} ${width * 0.6} ${y - swing * 0.4} S${width * 0.9} ${y + swing * (n % 2 ? 1 : -1.4)} ${width} ${y - swing * 0.2} V${height} H0z"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue + 190} 38% 32%)"/><stop offset=".45" stop-color="hsl(${hue + 20} 62% 62%)"/><stop offset=".7" stop-color="hsl(${hue + 8} 80% 76%)"/></linearGradient>
      <radialGradient id="glow"><stop stop-color="hsl(${hue + 24} 95% 94%)"/><stop offset=".22" stop-color="hsl(${hue + 18} 90% 82% / .75)"/><stop offset="1" stop-color="hsl(${hue + 10} 80% 70% / 0)"/></radialGradient>
    </defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${width * 0.68}" cy="${height * 0.42}" r="${Math.min(width, height) * 0.34}" fill="url(#glow)"/>
    ${hills.join('')}</svg>`
  const noise = { type: 'gaussian', mean: 128, sigma: 10 } as const
  const grain = await sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer()
  return sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer()
}
