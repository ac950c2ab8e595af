import { aspectOf, type Size } from '@/components/composer/frames/crop'
import { type FixedRatio, IMAGE, RATIOS } from '@/lib/shared/models'

/** In px. */
export type Rect = Size & { x: number; y: number }

/** A part of a photo, as shares of its width and height from 0 to 1. */
export type Area = { x: number; y: number; width: number; height: number }

/** What is cut out here is no larger: videos are far smaller, and phones give a canvas 16 megapixels. */
export const SENT_SIDE = 4_096 // px

/** Nearer than this only pixels are seen. */
const NEAREST = 8

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max)

/** The largest part of a photo that has this ratio, in whole px. */
export function largestCut({ width, height }: Size, ratio: FixedRatio): Size {
  const aspect = aspectOf(ratio)
  return {
    width: Math.min(width, Math.round(height * aspect)),
    height: Math.min(height, Math.round(width / aspect)),
  }
}

const shorter = ({ width, height }: Size) => Math.min(width, height)

/** Whether the model takes anything of this ratio out of this photo. */
export const canCut = (photo: Size, ratio: FixedRatio): boolean =>
  shorter(largestCut(photo, ratio)) >= IMAGE.minSide

/** How near one may go. `bySize`: nearer than that, and the cut would be smaller than the model takes. */
export function nearest(photo: Size, ratio: FixedRatio): { zoom: number; bySize: boolean } {
  const zoom = Math.max(1, shorter(largestCut(photo, ratio)) / IMAGE.minSide)
  return { zoom: Math.min(zoom, NEAREST), bySize: zoom <= NEAREST }
}

/**
 * Which frames there are to choose from: the video's own when its ratio is fixed, else all that the photo is large
 * enough for, the one closest to it first. A photo that is too small for the video's own gets the others; none is left
 * only when the photo itself is smaller than the model takes.
 */
export function framesFor(photo: Size, video: FixedRatio | null): readonly FixedRatio[] {
  if (video && canCut(photo, video)) return [video]
  const distance = (ratio: FixedRatio) => Math.abs(Math.log(photo.width / photo.height / aspectOf(ratio)))
  const fitting = RATIOS.filter((ratio): ratio is FixedRatio => ratio !== 'adaptive' && canCut(photo, ratio))
  return fitting.sort((a, b) => distance(a) - distance(b))
}

/**
 * The pixels of a part: exactly of the video's ratio, inside the photo, and of a size that the model takes if the photo
 * has it. What a hand on the screen gives is neither.
 */
export function cutOf(area: Area, photo: Size, ratio: FixedRatio): Rect {
  const aspect = aspectOf(ratio)
  const largest = largestCut(photo, ratio)
  const least = Math.min(1, IMAGE.minSide / shorter(largest))
  const scale = clamp((area.width * photo.width) / largest.width, least, 1)
  const width = Math.round(largest.width * scale)
  const height = aspect === 1 ? width : Math.round(largest.height * scale)
  const centreX = (area.x + area.width / 2) * photo.width
  const centreY = (area.y + area.height / 2) * photo.height
  return {
    x: clamp(Math.round(centreX - width / 2), 0, photo.width - width),
    y: clamp(Math.round(centreY - height / 2), 0, photo.height - height),
    width,
    height,
  }
}

/** What a cut is sent as. */
export function sentSize({ width, height }: Size): Size {
  const scale = Math.min(1, SENT_SIDE / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** The part around the same centre that has another ratio and holds about as much; in shares of the photo. */
export function sameAround(area: Area, photo: Size, ratio: FixedRatio): Area {
  const pixels = area.width * photo.width * area.height * photo.height
  const width = Math.sqrt(pixels * aspectOf(ratio)) / photo.width
  const rect = cutOf({ ...area, x: area.x + area.width / 2 - width / 2, width }, photo, ratio)
  return {
    x: rect.x / photo.width,
    y: rect.y / photo.height,
    width: rect.width / photo.width,
    height: rect.height / photo.height,
  }
}
