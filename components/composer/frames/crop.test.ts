import { describe, expect, test } from 'vitest'
import { keptOf, portionOf, videoRatio } from './crop'

describe('the part of a photo that the model keeps', () => {
  test('a landscape photo in a portrait video loses its sides', () => {
    const kept = keptOf({ width: 1600, height: 900 }, '9:16')
    expect(kept.height).toBe(1)
    expect(kept.width).toBeCloseTo(81 / 256)
    expect(portionOf(kept)).toBe('third')
  })

  test('a portrait photo in a landscape video loses top and bottom', () => {
    const kept = keptOf({ width: 900, height: 1600 }, '16:9')
    expect(kept).toEqual({ width: 1, height: 81 / 256 })
  })

  test.each([
    [1920, 1080, '16:9'],
    [1112, 834, '4:3'],
    [1366, 768, '16:9'],
  ] as const)('%i × %i in %s loses too little to mention', (width, height, ratio) => {
    expect(portionOf(keptOf({ width, height }, ratio))).toBeNull()
  })

  test.each([
    [2400, 1000, '9:16', 'quarter'],
    [1000, 1000, '9:16', 'half'],
    [1600, 900, '1:1', 'half'],
    [1600, 900, '4:3', 'threeQuarters'],
    [1000, 750, '1:1', 'threeQuarters'],
    [2100, 900, '9:16', 'quarter'],
    [1000, 2400, '21:9', 'little'],
  ] as const)('%i × %i in %s keeps: %s', (width, height, ratio, portion) => {
    expect(portionOf(keptOf({ width, height }, ratio))).toBe(portion)
  })
})

test('the video takes the first image’s ratio only with adaptive', () => {
  const photo = { width: 1600, height: 900 }
  expect(videoRatio('adaptive', photo)).toBe('16:9')
  expect(videoRatio('1:1', photo)).toBe('1:1')
  expect(videoRatio('adaptive', null)).toBeNull()
})
