import { expect, test } from 'vitest'
import { chooseLocale } from './locale'

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['zh-TW', 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
  ['de-DE,de;q=0.9,zh;q=0.8,en;q=0.7', 'zh'],
  ['en;q=0.3, zh;q=0.7', 'zh'],
  ['fr', 'en'],
  ['zh;q=0', 'en'],
  ['', 'en'],
  [null, 'en'],
] as const)('Accept-Language %j selects %s', (header, locale) => {
  expect(chooseLocale(undefined, header)).toBe(locale)
})

test('the reader’s choice takes precedence over Accept-Language unless it is invalid', () => {
  expect(chooseLocale('en', 'zh-CN')).toBe('en')
  expect(chooseLocale('klingon', 'zh-CN')).toBe('zh')
})
