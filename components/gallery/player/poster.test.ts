import { expect, test } from 'vitest'
import { PIXELS } from '@/lib/shared/models'
import { stillSize } from './poster'

const sizes = Object.values(PIXELS).flatMap((byResolution) => Object.values(byResolution))

test.each(sizes)('the still of a film of %i × %i px is small, and of its shape', (width, height) => {
  const still = stillSize({ width, height })
  expect(still.width).toBe(Math.min(640, width))
  expect(Math.abs(still.width / still.height - width / height)).toBeLessThan(0.01)
})

test('a small film is not made larger', () => {
  expect(stillSize({ width: 320, height: 310 })).toEqual({ width: 320, height: 310 })
})
