import { open } from 'node:fs/promises'
import sharp from 'sharp'

const FORMATS = ['jpeg', 'png', 'webp', 'tiff', 'gif']

/** The documented bounds, slightly wider than those of our own form. */
const SIDE = { over: 300, under: 6_000 } // px
const RATIO = { over: 0.4, under: 2.5 } // width / height

type Size = { width: number; height: number }

/** The size of an image that the provider would accept, or its complaint. */
export async function checkImage(path: string): Promise<Size | string> {
  const size = (await bitmapSize(path)) ?? (await decodedSize(path))
  if (!size) return 'unsupported image format'
  const { width, height } = size
  if (Math.min(width, height) <= SIDE.over) return `image of ${width}x${height} is too small`
  if (Math.max(width, height) >= SIDE.under) return `image of ${width}x${height} is too large`
  const ratio = width / height
  return ratio > RATIO.over && ratio < RATIO.under ? size : `image ratio ${ratio.toFixed(2)} is out of range`
}

/** Checks the content only: names and declared types can't be trusted. */
async function decodedSize(path: string): Promise<Size | null> {
  const metadata = await sharp(path)
    .metadata()
    .catch(() => null)
  return metadata && FORMATS.includes(metadata.format) ? metadata.autoOrient : null
}

/** sharp can't read BMP. Its header has the size at fixed offsets; a negative height means top-down. */
async function bitmapSize(path: string): Promise<Size | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(26), 0, 26, 0)
    if (bytesRead < 26 || buffer.toString('latin1', 0, 2) !== 'BM') return null
    return { width: buffer.readInt32LE(18), height: Math.abs(buffer.readInt32LE(22)) }
  } finally {
    await file.close()
  }
}
