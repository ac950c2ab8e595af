import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('a table becomes lines that spreadsheets read, also in Chinese', () => {
  const table = [
    ['Person', '秒'],
    ['梅', 15],
  ]
  expect(csvOf(table)).toBe('\ufeffPerson,秒\r\n梅,15\r\n')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvOf([['Smith, Kim', 'a "b"', 'c\nd']])).toBe('\ufeff"Smith, Kim","a ""b""","c\nd"\r\n')
})

test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\t=1'])('the name %j is text, not a formula', (name) => {
  expect(csvOf([[name]])).toBe(`\ufeff'${name}\r\n`)
})

test('a number may be negative', () => {
  expect(csvOf([[-1]])).toBe('\ufeff-1\r\n')
})
