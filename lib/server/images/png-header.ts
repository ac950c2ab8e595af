/** Width and height in px, bits of a sample, colour type by its number, and whether the rows come in seven passes. */
export type PngHeader = { width: number; height: number; depth: number; colour: number; interlaced: boolean }

const LENGTH = 13

/** From an IHDR chunk's data; null when it is none. */
export function readPngHeader(data: Buffer): PngHeader | null {
  if (data.length !== LENGTH) return null
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  return { width, height, depth: data[8] ?? 0, colour: data[9] ?? 0, interlaced: data[12] === 1 }
}

export const PALETTE = 3

/** Samples of a pixel by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, [PALETTE]: 1, 4: 2, 6: 4 }

/** Adam7: where each pass begins, and its steps, in px. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Bytes of all pixels before they are packed: each row has one for its filter. */
export function pixelBytes({ width, height, depth, colour, interlaced }: PngHeader): number {
  const bits = (SAMPLES[colour] ?? 0) * depth
  const bytesOf = (columns: number, rows: number) =>
    columns <= 0 || rows <= 0 ? 0 : rows * (1 + Math.ceil((columns * bits) / 8))
  if (!interlaced) return bytesOf(width, height)
  return PASSES.reduce(
    (sum, [x, y, across, down]) =>
      sum + bytesOf(Math.ceil((width - x) / across), Math.ceil((height - y) / down)),
    0,
  )
}

/** Whether a tRNS chunk has the length that its colour type takes. */
export function isTransparency(length: number, { colour }: PngHeader): boolean {
  if (colour === PALETTE) return length > 0 && length <= 256
  return (colour === 0 && length === 2) || (colour === 2 && length === 6)
}
