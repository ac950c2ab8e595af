/** What a format's own framing tells without decoding a pixel. `end`: offset in bytes just behind the image. */
export type Structure = {
  end: number
  animated: boolean
  lossless: boolean
  /** Of a JPEG: how often its picture is gone over. With more than one the decoder holds all of it. */
  scans?: number
}

/**
 * More segments or chunks than any camera or program writes (a 64 MB PNG in libpng's 8 KB pieces has 8,000): a file
 * made of millions of empty ones would only keep the process busy.
 */
export const PARTS_LIMIT = 65_536
