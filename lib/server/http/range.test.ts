import { expect, test } from 'vitest'
import { parseRange } from './range'

const parse = (range: string | null, ifRange?: string) =>
  parseRange(
    new Headers({ ...(range !== null && { range }), ...(ifRange && { 'if-range': ifRange }) }),
    100,
    '"e"',
  )

test.each([
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined],
  ['items=0-1', undefined],
  [null, undefined],
])('a range of %s is parsed', (range, part) => expect(parse(range)).toEqual(part))

test('a range of another version gives the whole file', () => {
  expect(parse('bytes=0-9', '"e"')).toEqual({ start: 0, end: 9 })
  expect(parse('bytes=0-9', '"other"')).toBeUndefined()
})
