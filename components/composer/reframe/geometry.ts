import { aspectOf } from '@/components/composer/frames/crop'
import type { Rect, Size } from '@/lib/shared/images/kept-size'
import { type FixedRatio, IMAGE, RATIOS } from '@/lib/shared/models'

/** A part of a photo, as fractions of its width and height, 0 to 1. */
export type Area = { x: number; y: number; width: number; height: number }

/** Maximum zoom; beyond it only pixels are visible. */
const MAX_ZOOM = 8

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max)

/** The largest crop of this ratio, in whole px. */
export function largestCut({ width, height }: Size, ratio: FixedRatio): Size {
  const aspect = aspectOf(ratio)
  return {
    width: Math.min(width, Math.round(height * aspect)),
    height: Math.min(height, Math.round(width / aspect)),
  }
}

const shorter = ({ width, height }: Size) => Math.min(width, height)

/** Whether the largest crop of this ratio is big enough for the model. */
export const canCut = (photo: Size, ratio: FixedRatio): boolean =>
  shorter(largestCut(photo, ratio)) >= IMAGE.minSide

/** The maximum zoom. `bySize`: limited because the crop would become smaller than the model accepts. */
export function zoomLimit(photo: Size, ratio: FixedRatio): { zoom: number; bySize: boolean } {
  const zoom = Math.max(1, shorter(largestCut(photo, ratio)) / IMAGE.minSide)
  return { zoom: Math.min(zoom, MAX_ZOOM), bySize: zoom <= MAX_ZOOM }
}

/**
 * The ratios to choose from: only the video’s if that is fixed, else all that the photo is large enough for, closest
 * first. A photo too small for the video’s ratio gets the others; the list is empty only if the photo itself is
 * smaller than the model accepts.
 */
export function framesFor(photo: Size, video: FixedRatio | null): readonly FixedRatio[] {
  if (video && canCut(photo, video)) return [video]
  const distance = (ratio: FixedRatio) => Math.abs(Math.log(photo.width / photo.height / aspectOf(ratio)))
  const fitting = RATIOS.filter((ratio): ratio is FixedRatio => ratio !== 'adaptive' && canCut(photo, ratio))
  return fitting.sort((a, b) => distance(a) - distance(b))
}

/**
 * The pixels of an area: exactly the video’s ratio, inside the photo, and large enough for the model if the photo is.
 * The area from the screen guarantees none of that.
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

/** The area with the same centre and about the same size in another ratio, as fractions of the photo. */
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
