import { useState } from 'react'
import { aspectOf } from '@/components/composer/frames/crop'
import type { Frame } from '@/components/composer/frames/frames'
import { keptCrop, type Rect, type Size } from '@/lib/shared/images/kept-size'
import { closestRatio, type FixedRatio } from '@/lib/shared/models'
import { type Area, cutOf, framesFor, sameAround, zoomLimit } from './geometry'

const WHOLE = { x: 0, y: 0, width: 1, height: 1 }
const ZOOM_STEP = 1.1 // factor per press of + or −

/** The ratio chosen last time if the video still allows it, else the one closest to the photo. */
function initialShape({ cut, size }: Frame, shapes: readonly FixedRatio[]): FixedRatio {
  const last = cut && size && closestRatio(size.width, size.height)
  return shapes.find((shape) => shape === last) ?? shapes[0] ?? '1:1'
}

export type ReframeChoice = {
  shapes: readonly FixedRatio[]
  shape: FixedRatio
  setShape: (shape: FixedRatio) => void
  /** Width divided by height. */
  aspect: number
  /** Areas are fractions of the photo. */
  initial: Area
  area: Area
  setArea: (area: Area) => void
  zoom: number
  setZoom: (zoom: number) => void
  zoomIn: () => void
  zoomOut: () => void
  limit: { zoom: number; bySize: boolean }
  /** The crop in px of the photo, and the size in which the server keeps it. */
  rect: Rect
  sent: Size
  /** The photo is too small for the video’s ratio, so the crop has another. */
  otherShape: boolean
}

/** State of the crop: area, ratio and zoom. `video` null: the video takes the ratio chosen here. */
export function useReframeChoice(frame: Frame, photo: Size, video: FixedRatio | null): ReframeChoice {
  const shapes = framesFor(photo, video)
  const [shape, setShape] = useState(() => initialShape(frame, shapes))
  const [initial] = useState(() => sameAround(frame.cut?.area ?? WHOLE, photo, shape))
  const [area, setArea] = useState(initial)
  const [wanted, setZoom] = useState(1)
  const limit = zoomLimit(photo, shape)
  const rect = cutOf(area, photo, shape)
  const zoom = Math.min(Math.max(wanted, 1), limit.zoom)
  return {
    shapes,
    shape,
    setShape,
    aspect: aspectOf(shape),
    initial,
    area,
    setArea,
    zoom,
    setZoom,
    zoomIn: () => setZoom(zoom * ZOOM_STEP),
    zoomOut: () => setZoom(zoom / ZOOM_STEP),
    limit,
    rect,
    sent: keptCrop(rect, photo),
    otherShape: video !== null && video !== shape,
  }
}
