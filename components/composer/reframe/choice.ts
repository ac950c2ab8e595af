import { useState } from 'react'
import { aspectOf, type Size } from '@/components/composer/frames/crop'
import type { Frame } from '@/components/composer/frames/frames'
import { closestRatio, type FixedRatio } from '@/lib/shared/models'
import { type Area, cutOf, framesFor, nearest, sameAround, sentSize } from './geometry'

const WHOLE = { x: 0, y: 0, width: 1, height: 1 }
const STEP = 1.1 // a press of + or −

/** As it was left the last time, if the video still allows that; else the shape closest to the photo. */
function shapeAtFirst({ cut, size }: Frame, shapes: readonly FixedRatio[]): FixedRatio {
  const last = cut && size && closestRatio(size.width, size.height)
  return shapes.find((shape) => shape === last) ?? shapes[0] ?? '1:1'
}

export type ReframeChoice = {
  shapes: readonly FixedRatio[]
  shape: FixedRatio
  setShape: (shape: FixedRatio) => void
  /** Width to height. */
  aspect: number
  /** Areas are in parts of the photo. */
  initial: Area
  area: Area
  setArea: (area: Area) => void
  zoom: number
  setZoom: (zoom: number) => void
  nearer: () => void
  farther: () => void
  limit: { zoom: number; bySize: boolean }
  /** In px. */
  sent: Size
  /** The photo is too small for the video's own shape, so it is cut to another. */
  otherShape: boolean
}

/** Which part of a photo is chosen, in which shape and from how near. `video` null: the video takes the shape chosen here. */
export function useReframeChoice(frame: Frame, photo: Size, video: FixedRatio | null): ReframeChoice {
  const shapes = framesFor(photo, video)
  const [shape, setShape] = useState(() => shapeAtFirst(frame, shapes))
  const [initial] = useState(() => sameAround(frame.cut?.area ?? WHOLE, photo, shape))
  const [area, setArea] = useState(initial)
  const [wanted, setZoom] = useState(1)
  const limit = nearest(photo, shape)
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
    nearer: () => setZoom(zoom * STEP),
    farther: () => setZoom(zoom / STEP),
    limit,
    sent: sentSize(cutOf(area, photo, shape)),
    otherShape: video !== null && video !== shape,
  }
}
