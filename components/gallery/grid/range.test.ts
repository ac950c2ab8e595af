import { expect, test } from 'vitest'
import { chunksIn, type Layout, rangeAround, WHOLE } from './range'

/** Ten rows of two cards, each 100 px high, without gaps. */
const keys = Array.from({ length: 20 }, (_, index) => `card-${index}`)
const layout: Layout = {
  keys,
  indexes: new Map(keys.map((key, index) => [key, index])),
  rows: Array.from({ length: 10 }, (_, row) => ({ from: row * 2, to: row * 2 + 2, video: 80 })),
  tops: Array.from({ length: 11 }, (_, row) => row * 100),
  gap: 0,
}
const shown = (...parameters: Parameters<typeof rangeAround>) => {
  const range = rangeAround(...parameters)
  return (
    range &&
    chunksIn(layout, range).map((chunk) => (chunk.type === 'cards' ? [chunk.from, chunk.to] : 'space'))
  )
}

test('rows within one screen of the viewport are rendered, and spacers replace the others', () => {
  expect(shown(layout, { top: 450, screen: 100 }, [])).toEqual(['space', [6, 14], 'space'])
})

test('a range at the top includes any card that becomes the first', () => {
  const range = rangeAround(layout, { top: 0, screen: 100 }, [])
  expect(range?.first).toBeNull()
})

test('a kept card stays rendered with the rows next to it, however far away', () => {
  expect(shown(layout, { top: 0, screen: 100 }, [15])).toEqual([[0, 6], 'space', [12, 18], 'space'])
})

test('a range keeps its cards when others are inserted above', () => {
  const range = rangeAround(layout, { top: 450, screen: 100 }, [])
  const later: Layout = {
    ...layout,
    keys: ['new-0', 'new-1', ...keys],
    indexes: new Map(['new-0', 'new-1', ...keys].map((key, index) => [key, index])),
    rows: [...layout.rows, { from: 20, to: 22, video: 80 }],
    tops: [...layout.tops, 1_100],
  }
  const cards = range && chunksIn(later, range).find((chunk) => chunk.type === 'cards')
  expect(cards).toEqual({ type: 'cards', from: 8, to: 16 })
})

test('a range whose edge card is gone uses the card now at that index', () => {
  const range = { ...WHOLE, first: { key: 'gone', index: 6 } }
  const [, cards] = chunksIn(layout, range)
  expect(cards).toEqual({ type: 'cards', from: 6, to: 20 })
})

test('there is no range without rows', () => {
  expect(rangeAround({ ...layout, rows: [], tops: [0] }, { top: 0, screen: 100 }, [])).toBeNull()
})
