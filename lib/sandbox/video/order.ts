import { type FixedRatio, PIXELS, type Pixels } from '@/lib/shared/models'

/** What a video is made from. The same order makes the same video. */
export type Order = {
  prompt: string
  ratio: FixedRatio
  resolution: string
  duration: number // seconds
  seed: number
  sound: boolean
  lastFrame: boolean
  /** First and last frame, as they were received. */
  images: { path: string; sha256: string }[]
}

/** Paths of the finished files: an mp4 and, when ordered, a png of the same size. */
export type RenderedVideo = { video: string; lastFrame: string | null }

export const FPS = 24

/** The model makes one frame more than the seconds hold. */
export const framesOf = ({ duration }: Pick<Order, 'duration'>): number => FPS * duration + 1

/** The documented size. What 1080p is in pixels nobody says: half as much again as 720p is made up, as the videos are. */
export function sizeOf({ ratio, resolution }: Pick<Order, 'ratio' | 'resolution'>) {
  const pixels: Pixels = PIXELS
  const known = pixels[ratio][resolution]
  if (known) return { width: known[0], height: known[1] }
  const [width, height] = PIXELS[ratio]['720p']
  return { width: Math.round(width * 0.75) * 2, height: Math.round(height * 0.75) * 2 }
}
