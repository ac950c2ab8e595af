import { expect, test } from 'vitest'
import { PIXELS } from '@/lib/shared/models'
import { posterSize } from './poster'

const sizes = Object.values(PIXELS).flatMap((byResolution) => Object.values(byResolution))

test.each(sizes)(
  'the poster of a %i × %i px video is at most 1280 px wide and keeps the ratio',
  (width, height) => {
    const poster = posterSize({ width, height })
    expect(poster.width).toBe(Math.min(1280, width))
    expect(Math.abs(poster.width / poster.height - width / height)).toBeLessThan(0.01)
  },
)

test('the poster of a small video is not enlarged', () => {
  expect(posterSize({ width: 320, height: 310 })).toEqual({ width: 320, height: 310 })
})
