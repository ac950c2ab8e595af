/** In px. */
export type Size = { width: number; height: number }
export type Rect = Size & { x: number; y: number }

/**
 * Limits the longer side to `longest`. Rounds the shorter side up, towards the square, so that rounding never carries a ratio over a
 * model's bounds.
 */
export function within({ width, height }: Size, longest: number): Size {
  const longer = Math.max(width, height)
  if (longer <= longest) return { width, height }
  const scaled = (side: number) => Math.ceil((side * longest) / longer)
  return { width: scaled(width), height: scaled(height) }
}

/**
 * Bounds in px for keeping an image's own size: as many pixels as any model accepts, and no side longer than WebP allows. With more
 * pixels, an image is scaled down to `reduced`, because its cost is that of writing.
 */
const KEPT = { side: 16_383, pixels: 36_000_000, reduced: 16_000_000 }

/** The size in which an image is stored: its own, or smaller where writing would take too long. */
export function keptSize(size: Size): Size {
  const { width, height } = size
  if (width * height <= KEPT.pixels) return within(size, KEPT.side)
  const longest = Math.floor(Math.max(width, height) * Math.sqrt(KEPT.reduced / (width * height)))
  return within(size, Math.min(KEPT.side, longest)) // in one step: rounding twice would change the ratio
}

/** The size in which a crop of an image is stored: as large as it is in the stored image. */
export function keptCrop(crop: Size, image: Size): Size {
  const scale = keptSize(image).width / image.width
  return {
    width: Math.max(1, Math.round(crop.width * scale)),
    height: Math.max(1, Math.round(crop.height * scale)),
  }
}
