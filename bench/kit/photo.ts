import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** Writes an image of sensor-like noise, which has the file size of a photo. */
async function photo(path: string, width: number, height: number): Promise<Blob> {
  const noise = { type: 'gaussian', mean: 128, sigma: 17 } as const
  await sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 91 })
    .toFile(path)
  return new Blob([await readFile(path)], { type: 'image/jpeg' })
}

/** A photo of about 1 MB. */
export const smallPhoto = (path: string): Promise<Blob> => photo(path, 1_800, 1_350)

/** A photo of about 10 MB: 24 megapixels. */
export const bigPhoto = (path: string): Promise<Blob> => photo(path, 5_600, 4_200)
