// Repaints the pictures of the empty page's examples in public/examples: npm run examples
import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'
import { landscape } from '@/e2e/screenshots/paint'

const SIZE = { width: 480, height: 360 }
/** Each with the hue that fits its prompt in the messages. */
const EXAMPLES = { dunes: 20, mist: 200, dusk: 330 }

await mkdir('public/examples', { recursive: true })
for (const [name, hue] of Object.entries(EXAMPLES))
  await sharp(await landscape(hue, SIZE))
    .webp({ quality: 70 })
    .toFile(`public/examples/${name}.webp`)
