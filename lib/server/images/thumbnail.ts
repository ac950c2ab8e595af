import { open } from './decoder'
import { inTurn } from './turns'

const SIDE = 640 // px

/** A WebP of an admitted image, its longer side at most 640 px. */
export const thumbnail = (file: string): Promise<Buffer> =>
  inTurn(false, () =>
    open(file)
      .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer(),
  )
