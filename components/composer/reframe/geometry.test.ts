import { describe, expect, test } from 'vitest'
import { aspectOf } from '@/components/composer/frames/crop'
import type { Rect } from '@/lib/shared/images/kept-size'
import { closestRatio, IMAGE } from '@/lib/shared/models'
import { canCut, cutOf, framesFor, largestCut, sameAround, zoomLimit } from './geometry'

const LANDSCAPE = { width: 1600, height: 900 }
const WHOLE = { x: 0, y: 0, width: 1, height: 1 }
const PHOTOS = [
  LANDSCAPE,
  { width: 900, height: 1600 },
  { width: 2000, height: 500 },
  { width: 997, height: 1009 },
]
const RATIOS = ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9'] as const

const inside = (rect: Rect, photo: { width: number; height: number }) =>
  rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= photo.width && rect.y + rect.height <= photo.height

describe('the pixels of a crop', () => {
  test('are those of the chosen area', () => {
    const right = { x: 0.75, y: 0.5, width: 0.25, height: 0.25 }
    expect(cutOf(right, { width: 3200, height: 1800 }, '16:9')).toEqual({
      x: 2400,
      y: 900,
      width: 800,
      height: 450,
    })
  })

  test('have the video’s ratio to the nearest pixel and lie inside the photo', () => {
    for (const photo of PHOTOS) {
      for (const ratio of RATIOS) {
        for (const [x, y, width] of [
          [0, 0, 1],
          [0.9, 0.9, 0.3],
          [-0.2, 0.4, 0.5],
          [0.31, 0.07, 0.713],
        ] as const) {
          const rect = cutOf({ x, y, width, height: width }, photo, ratio)
          expect(inside(rect, photo)).toBe(true)
          expect(Math.abs(rect.width - rect.height * aspectOf(ratio))).toBeLessThan(2)
          expect(closestRatio(rect.width, rect.height)).toBe(ratio)
          for (const part of Object.values(rect)) expect(Number.isInteger(part)).toBe(true)
        }
      }
    }
  })

  test('are never fewer than the model accepts if the photo has enough', () => {
    const speck = { x: 0.5, y: 0.5, width: 0.01, height: 0.01 }
    for (const ratio of RATIOS) {
      const { width, height } = cutOf(speck, LANDSCAPE, ratio)
      expect(Math.min(width, height)).toBe(IMAGE.minSide)
    }
  })

  test('are as many as a small photo has if those are too few', () => {
    const small = { width: 400, height: 310 }
    expect(cutOf({ x: 0.4, y: 0.4, width: 0.1, height: 0.1 }, small, '9:16')).toMatchObject({
      width: 174,
      height: 310,
    })
  })
})

test.each([
  ['a landscape photo in a portrait video', LANDSCAPE, '9:16', { width: 506, height: 900 }],
  [
    'a portrait photo in a landscape video',
    { width: 900, height: 1600 },
    '16:9',
    { width: 900, height: 506 },
  ],
  ['a photo of the video’s own ratio', LANDSCAPE, '16:9', LANDSCAPE],
] as const)('the largest crop fits: %s', (_, photo, ratio, size) => {
  expect(largestCut(photo, ratio)).toEqual(size)
})

describe('the zoom limit', () => {
  test('is where the crop would become too small for the model', () => {
    const { zoom, bySize } = zoomLimit(LANDSCAPE, '16:9')
    expect(bySize).toBe(true)
    expect(900 / zoom).toBeCloseTo(IMAGE.minSide)
  })

  test('is 8 for a large photo', () => {
    expect(zoomLimit({ width: 6000, height: 4000 }, '4:3')).toEqual({ zoom: 8, bySize: false })
  })

  test('is 1 for a photo that is just large enough', () => {
    expect(zoomLimit({ width: 301, height: 301 }, '1:1')).toEqual({ zoom: 1, bySize: true })
  })
})

describe('the ratios to choose from', () => {
  test('are the video’s own if its ratio is fixed', () => {
    expect(framesFor(LANDSCAPE, '9:16')).toEqual(['9:16'])
  })

  test('are all six if the video takes the photo’s ratio, closest first', () => {
    for (const photo of [...PHOTOS, { width: 3000, height: 2000 }].filter(({ height }) => height > 500)) {
      const frames = framesFor(photo, null)
      expect(frames[0]).toBe(closestRatio(photo.width, photo.height))
      expect([...frames].sort()).toEqual([...RATIOS].sort())
    }
  })

  test('start with the widest or tallest for a photo beyond those', () => {
    expect(framesFor({ width: 4000, height: 1000 }, null)[0]).toBe('21:9')
    expect(framesFor({ width: 1000, height: 4000 }, null)[0]).toBe('9:16')
  })

  test('are only those that the photo is large enough for', () => {
    const strip = { width: 2000, height: 320 }
    expect(canCut(strip, '9:16')).toBe(false)
    expect(framesFor(strip, '9:16')).toEqual(['21:9', '16:9', '4:3', '1:1'])
  })
})

describe('the same area in another ratio', () => {
  test('keeps its centre and about its size', () => {
    const part = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }
    const other = sameAround(part, LANDSCAPE, '1:1')
    expect(other.x + other.width / 2).toBeCloseTo(0.5, 2)
    expect(other.y + other.height / 2).toBeCloseTo(0.5, 2)
    expect(other.width * 1600).toBeCloseTo(other.height * 900, 6)
    expect(other.width * other.height * 1600 * 900).toBeGreaterThan(
      0.9 * part.width * part.height * 1600 * 900,
    )
  })

  test('is the largest centre crop for the whole photo', () => {
    const pixels = cutOf(sameAround(WHOLE, LANDSCAPE, '9:16'), LANDSCAPE, '9:16')
    expect(pixels).toEqual({ x: 547, y: 0, width: 506, height: 900 })
  })

  test('is unchanged if the ratio is the same', () => {
    const part = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 }
    expect(sameAround(part, LANDSCAPE, '16:9')).toEqual(part)
  })
})
