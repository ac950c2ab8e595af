import { type FixedRatio, PIXELS, type Pixels } from '@/lib/shared/models'

/** Everything a video is rendered from. The same order renders the same video. */
export type Order = {
  prompt: string
  ratio: FixedRatio
  resolution: string
  duration: number // seconds
  seed: number
  sound: boolean
  lastFrame: boolean
  /** First and last frame, as received. */
  images: { path: string; sha256: string }[]
}

/** Paths of the finished files: an MP4 and, if ordered, a PNG of the same size. */
export type RenderedVideo = { video: string; lastFrame: string | null }

export const FPS = 24

/** The model makes one frame more than the duration has. */
export const framesOf = ({ duration }: Pick<Order, 'duration'>): number => FPS * duration + 1

/** The documented size. The size of 1080p is undocumented; we invent 1.5 times that of 720p. */
export function sizeOf({ ratio, resolution }: Pick<Order, 'ratio' | 'resolution'>) {
  const pixels: Pixels = PIXELS
  const known = pixels[ratio][resolution]
  if (known) return { width: known[0], height: known[1] }
  const [width, height] = PIXELS[ratio]['720p']
  return { width: Math.round(width * 0.75) * 2, height: Math.round(height * 0.75) * 2 }
}
