import { type Duration, type FixedRatio, PIXELS, type Resolution } from '@/lib/shared/seedance'

/** What a film is made from. The same order makes the same film. */
export type Order = {
  prompt: string
  ratio: FixedRatio
  resolution: Resolution
  duration: Duration // seconds
  seed: number
  sound: boolean
  lastFrame: boolean
  /** First and last frame, as they were received. */
  images: { path: string; sha256: string }[]
}

/** Paths of the finished files: an mp4 and, when ordered, a png of the same size. */
export type Film = { video: string; lastFrame: string | null }

export const FPS = 24

/** The model makes one frame more than the seconds hold. */
export const framesOf = ({ duration }: Pick<Order, 'duration'>): number => FPS * duration + 1

export const sizeOf = ({ ratio, resolution }: Pick<Order, 'ratio' | 'resolution'>) => {
  const [width, height] = PIXELS[ratio][resolution]
  return { width, height }
}
