// Redraws the icons in public/icons from app/icon.svg: npm run icons
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

for (const { name, size, full } of ICONS) {
  const inner = full ? Math.round(size * SAFE) : size
  const logo = await sharp('app/icon.svg', { density: 72 * 16 })
    .resize(inner, inner)
    .png()
    .toBuffer()
  const ground = { width: size, height: size, channels: 4, background: full ? GROUND : '#0000' } as const
  const icon = sharp({ create: ground }).composite([{ input: logo }])
  await (full ? icon.removeAlpha() : icon).png({ palette: true }).toFile(`public/icons/${name}.png`)
}
