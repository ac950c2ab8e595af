import { expect, test } from 'vitest'
import { IMAGE, PIXELS } from '@/lib/shared/models'
import { stillSize } from './still'

const sizes = Object.values(PIXELS).flatMap((byResolution) => Object.values(byResolution))

test.each(sizes)(
  'the still of a film of %i × %i px is small, and not too small for the server',
  (width, height) => {
    const still = stillSize({ width, height })
    expect(Math.min(still.width, still.height)).toBeGreaterThanOrEqual(IMAGE.minSide)
    expect(still.width).toBeLessThanOrEqual(720)
    expect(Math.abs(still.width / still.height - width / height)).toBeLessThan(0.01)
  },
)

test('a small film is not made larger', () => {
  expect(stillSize({ width: 320, height: 310 })).toEqual({ width: 320, height: 310 })
})
