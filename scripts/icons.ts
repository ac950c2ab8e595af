// Draws the icons in public/icons anew from app/icon.svg: npm run icons
import sharp from 'sharp'

const GROUND = '#ffb224'
/** What a system may cut away of an icon that fills its square: all outside of a circle of 80 %. */
const SAFE = 0.8

/** In px; `full` ones go to the edge, for systems that cut them into a shape of their own. */
const ICONS = [
  { name: 'icon-192', size: 192, full: false },
  { name: 'icon-512', size: 512, full: false },
  { name: 'maskable-512', size: 512, full: true },
  { name: 'touch-180', size: 180, full: true },
]

for (const { name, size, full } of ICONS) {
  const inner = full ? Math.round(size * SAFE) : size
  const sign = await sharp('app/icon.svg', { density: 72 * 16 })
    .resize(inner, inner)
    .png()
    .toBuffer()
  const ground = { width: size, height: size, channels: 4, background: full ? GROUND : '#0000' } as const
  const icon = sharp({ create: ground }).composite([{ input: sign }])
  await (full ? icon.removeAlpha() : icon).png({ palette: true }).toFile(`public/icons/${name}.png`)
}
