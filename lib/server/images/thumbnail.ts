import { open } from './decoder'

const SIDE = 640 // px

/** Writes a WebP of an admitted image to `into`, its longer side at most 640 px. */
export async function writeThumbnail(file: string, into: string): Promise<void> {
  await open(file)
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(into)
}
