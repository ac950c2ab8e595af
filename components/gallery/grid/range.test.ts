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

test('the rows within a screen of the view are in the page, spaces stand for the others', () => {
  expect(shown(layout, { top: 450, screen: 100 }, [])).toEqual(['space', [6, 14], 'space'])
})

test('at the beginning whatever comes to be the first card belongs to it', () => {
  const range = rangeAround(layout, { top: 0, screen: 100 }, [])
  expect(range?.first).toBeNull()
})

test('a card that is kept stays with the rows beside it, however far off', () => {
  expect(shown(layout, { top: 0, screen: 100 }, [15])).toEqual([[0, 6], 'space', [12, 18], 'space'])
})

test('a range holds on to its cards when others come before them', () => {
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

test('a card that is gone leaves its place to the one that stands there now', () => {
  const range = { ...WHOLE, first: { key: 'gone', index: 6 } }
  const [, cards] = chunksIn(layout, range)
  expect(cards).toEqual({ type: 'cards', from: 6, to: 20 })
})

test('without rows there is no range', () => {
  expect(rangeAround({ ...layout, rows: [], tops: [0] }, { top: 0, screen: 100 }, [])).toBeNull()
})
