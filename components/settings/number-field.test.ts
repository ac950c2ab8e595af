import { expect, test } from 'vitest'
import { fieldText, numberField } from './number-field'

const field = numberField('wrong')

test.each([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['12.5', 12.5],
  [' 7 ', 7],
  ['１２．５', 12.5],
])('“%s” reads as %s', (text, value) => {
  expect(field.parse(text)).toBe(value)
})

test.each(['ten', '-1', '1,000', '1e3', '0x1', '1.23456', 'Infinity'])('“%s” is refused', (text) => {
  expect(field.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['wrong'])
})

test('a number stands in its field as it is read again', () => {
  for (const value of [null, 0, 12.5, 100_000]) expect(field.parse(fieldText(value))).toBe(value)
})
