import { describe, expect, test } from 'vitest'
import type { FixedRatio } from '@/lib/shared/models'
import { chunksOf, rowsBetween, topsOf } from './chunks'
import { heightOf, NOTHING_MEASURED, remember } from './heights'
import { type Box, breakRows } from './rows'
import { CARD_SHAPES, CARD_SIZES, MAX_REM } from './shape'

const desktop: Box = { width: 980, gapX: 16, gapY: 24, rem: 16, phone: false, screen: 900, size: 1 }
const phone: Box = { ...desktop, width: 358, phone: true, screen: 800 }
const spans = (shapes: FixedRatio[], box: Box) => breakRows(shapes, box).map(({ from, to }) => to - from)

test('CARD_SIZES matches the classes of CARD_SHAPES', () => {
  for (const [shape, classes] of Object.entries(CARD_SHAPES)) {
    const { grow, rem, phone, ratio } = Object.entries(CARD_SIZES).find(([name]) => name === shape)?.[1] ?? {}
    expect(classes).toContain(`grow-[${grow}]`)
    expect(classes).toContain(`sm:basis-[calc(${rem}rem*var(--size))]`)
    const max = /sm:max-w-\[([\d.]+)rem\]/.exec(classes)?.[1]
    expect(Number(max)).toBeCloseTo(MAX_REM * (ratio ?? 0), 3)
    expect(classes).toContain(phone === 1 ? 'max-sm:basis-full' : `max-sm:basis-[${(phone ?? 0) * 100}%]`)
  }
})

describe('a row breaks', () => {
  test('where the next card does not fit at its minimum width', () => {
    expect(spans(['16:9', '16:9', '9:16', '1:1', '1:1', '1:1'], desktop)).toEqual([2, 4])
  })

  test('not where the next card just fits', () => {
    const four = { ...desktop, width: 4 * 256 + 3 * 16 }
    expect(spans(['1:1', '1:1', '1:1', '1:1'], four)).toEqual([4])
    expect(spans(['1:1', '1:1', '1:1', '1:1'], { ...four, width: four.width - 1 })).toEqual([3, 1])
  })

  test('on a phone after each wide video and after two tall ones', () => {
    expect(spans(['16:9', '9:16', '9:16', '9:16', '3:4', '3:4', '1:1'], phone)).toEqual([1, 2, 2, 1, 1])
  })

  test('nowhere without cards', () => {
    expect(breakRows([], desktop)).toEqual([])
  })
})

test('videos are as high as their row’s width allows, and 16 rem in the last row', () => {
  const [first, last] = breakRows(['16:9', '16:9', '16:9'], desktop)
  expect(first?.video).toBeCloseTo((980 - 16) / 2 / (16 / 9), 0)
  expect(last?.video).toBeCloseTo(256, 0)
})

test('large cards are as much higher as they are wider, and break sooner', () => {
  const [first] = breakRows(['9:16'], { ...desktop, size: 1.625 })
  expect(first?.video).toBeCloseTo(1.625 * 256, 0)
  expect(spans(['16:9', '16:9', '9:16', '9:16'], { ...desktop, size: 1.625 })).toEqual([1, 1, 2])
})

test('a tall video alone in a row grows to 32 rem', () => {
  expect(breakRows(['9:16', '21:9'], { ...desktop, width: 700 })[0]?.video).toBeCloseTo(512, 0)
})

test('a tall video on a phone takes at most 60 % of the screen’s height', () => {
  expect(breakRows(['9:16', '16:9'], phone)[0]?.video).toBeCloseTo(480, 0)
})

test('a measured height wins, and teaches what unmeasured rows add to their videos', () => {
  const rows = breakRows(['16:9', '16:9', '16:9', '16:9', '16:9'], desktop)
  const keys = ['a', 'b', 'c', 'd', 'e']
  const [first, second] = rows
  if (!first || !second) throw new Error('the layout should have two rows')
  const once = remember(NOTHING_MEASURED, [{ row: first, height: first.video + 90 }], keys)
  expect(heightOf(second, keys, once)).toBeCloseTo(second.video + 90)
  expect(remember(once, [{ row: first, height: first.video + 90.2 }], keys)).toBe(once)
  const twice = remember(once, [{ row: second, height: 500 }], keys)
  expect(heightOf(second, keys, twice)).toBe(500)
  expect(heightOf(second, ['z', ...keys], twice), 'it is another row now').toBeCloseTo(second.video + 90)
})

describe('virtual rows', () => {
  const rows = [0, 1, 2, 3, 4].map((index) => ({ from: index * 2, to: index * 2 + 2, video: 100 }))
  const tops = topsOf([100, 200, 100, 100, 100], 10)

  test('a row’s top is one gap below the row above', () => {
    expect(tops).toEqual([0, 110, 320, 430, 540, 650])
  })

  test.each([
    [-500, -100, [0, 0]],
    [0, 50, [0, 0]],
    [100, 120, [0, 1]],
    [330, 500, [2, 3]],
    [600, 9_000, [4, 4]],
    [9_000, 9_900, [4, 4]],
  ])('the rows between %d and %d px are %j', (top, bottom, expected) => {
    expect(rowsBetween(tops, top, bottom)).toEqual(expected)
  })

  test('spacers are as high as the rows they replace', () => {
    const chunks = chunksOf(rows, tops, 10, (row) => row === 0 || row === 3)
    expect(chunks).toEqual([
      { type: 'cards', from: 0, to: 2 },
      { type: 'space', key: 'space-1', height: 310 },
      { type: 'cards', from: 6, to: 8 },
      { type: 'space', key: 'space-3', height: 100 },
    ])
  })
})
