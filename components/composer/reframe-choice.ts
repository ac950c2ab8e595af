import { useState } from 'react'
import { closestRatio, type FixedRatio } from '@/lib/shared/models'
import { aspectOf, type Size } from './crop'
import type { Frame } from './frames'
import { cutOf, framesFor, nearest, sameAround, sentSize } from './reframe-geometry'

const WHOLE = { x: 0, y: 0, width: 1, height: 1 }
const STEP = 1.1 // a press of + or −

/** As it was left the last time, if the film still allows that; else the shape closest to the photo. */
function shapeAtFirst({ cut, size }: Frame, shapes: readonly FixedRatio[]): FixedRatio {
  const last = cut && size && closestRatio(size.width, size.height)
  return shapes.find((shape) => shape === last) ?? shapes[0] ?? '1:1'
}

/** Which part of a photo is chosen, in which shape and from how near. `film` null: the film takes the shape chosen here. */
export function useReframeChoice(frame: Frame, photo: Size, film: FixedRatio | null) {
  const shapes = framesFor(photo, film)
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
    /** In px. */
    sent: sentSize(cutOf(area, photo, shape)),
    /** The photo is too small for the film's own shape, so it is cut to another. */
    otherShape: film !== null && film !== shape,
  }
}

export type ReframeChoice = ReturnType<typeof useReframeChoice>
