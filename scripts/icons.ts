// Redraws the icons in public from app/icon.svg: npm run icons
import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

const GROUND = '#ffb224'
/** Safe zone of a maskable icon: systems may crop everything outside a circle of 80%. */
const SAFE = 0.8

/** Sizes in px; `full` icons fill the square, for systems that crop them to a shape. */
const ICONS = [
  { name: 'icon-192', size: 192, full: false },
  { name: 'icon-512', size: 512, full: false },
  { name: 'maskable-512', size: 512, full: true },
  { name: 'touch-180', size: 180, full: true },
]

/** Size in px of the icon for whatever carries no link to one: a video or an answer of the API opened in a tab. */
const FAVICON = 48

const logoOf = (size: number) =>
  sharp('app/icon.svg', { density: 72 * 16 })
    .resize(size, size)
    .png()
    .toBuffer()

/** An ICO file of one PNG: a header, one directory entry, the image. */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2) // an icon, not a cursor
  head.writeUInt16LE(1, 4) // one image
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10) // colour planes
  head.writeUInt16LE(32, 12) // bits per pixel
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}

for (const { name, size, full } of ICONS) {
  const inner = full ? Math.round(size * SAFE) : size
  const logo = await logoOf(inner)
  const ground = { width: size, height: size, channels: 4, background: full ? GROUND : '#0000' } as const
  const icon = sharp({ create: ground }).composite([{ input: logo }])
  await (full ? icon.removeAlpha() : icon).png({ palette: true }).toFile(`public/icons/${name}.png`)
}
await writeFile('public/favicon.ico', icoOf(await logoOf(FAVICON), FAVICON))
