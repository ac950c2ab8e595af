import { expect, test } from 'vitest'
import { readQuery } from './read-query'

const read = (query: string) => readQuery(new Request(`http://studio/api/generations${query}`))

test.each([
  '',
  '?',
  '?q=%E8%80%83%E6%8B%89+waves&limit=10',
  '?q=考拉',
  '?q=100%&q=50%25',
  '?q',
  '?=x&&a=b=c',
  '?a%20b=c%26d&__proto__=x',
  '?q=%EF%BF%BD',
])('%s is read as URLSearchParams does', (query) => {
  expect(read(query)).toEqual(Object.fromEntries(new URL(`http://studio/${query}`).searchParams))
})

test.each([
  ['?q=%C4%E3', { field: 'q', part: 'value' }],
  ['?limit=10&q=koala%FF', { field: 'q', part: 'value' }],
  ['?q=%ED%A0%BD', { field: 'q', part: 'value' }],
  ['?q=%e8%80', { field: 'q', part: 'value' }],
  ['?%C4%E3=x', { field: '%C4%E3', part: 'field_name' }],
])('%s is refused by name', (query, reason) => {
  expect(() => read(query)).toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      details: expect.objectContaining({ reasons: [{ type: 'not_utf8', ...reason }] }),
    }),
  )
})
