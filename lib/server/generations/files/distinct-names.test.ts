import { expect, test } from 'vitest'
import { distinctNames } from './distinct-names'

test('names stay as they are, and repeated ones get a number', () => {
  expect(distinctNames(['a.mp4', 'b.mp4', 'a.mp4', 'A.mp4', 'a.mp4', 'ü.mp4', 'Ü.mp4'])).toEqual([
    ...['a.mp4', 'b.mp4', 'a (2).mp4', 'A (3).mp4', 'a (4).mp4', 'ü.mp4', 'Ü (2).mp4'],
  ])
})

test('a number is not one that another file has', () => {
  expect(distinctNames(['a (2).mp4', 'a.mp4', 'a.mp4', 'a.mp4'])).toEqual([
    ...['a (2).mp4', 'a.mp4', 'a (3).mp4', 'a (4).mp4'],
  ])
})
