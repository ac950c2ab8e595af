import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathWith, returnPath, withReturn } from './return-path'

const EVIL = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/%2E%2e/%2e//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  'evil.example',
  '@evil.example',
  '',
  ' /account',
]

describe('the path to return to', () => {
  test.each(['/g/01JD', '/account', '/team?month=2026-11', '/?q=a+b&show=team', '/?again=01JD', '/g/x#y'])(
    'is %s when that was asked for',
    (path) => expect(returnPath(path)).toBe(path),
  )

  test.each(EVIL)('is the studio instead of %j', (path) => expect(returnPath(path)).toBe('/'))

  test.each(['/sign-in', '/sign-in?to=/account', '/setup', '/join/abc', '/api/generations', '/./sign-in'])(
    'is the studio instead of %s, which leads nowhere',
    (path) => expect(returnPath(path)).toBe('/'),
  )

  test('is the first of several, and the studio for none or an endless one', () => {
    expect([returnPath(['/account', '//evil.example']), returnPath(undefined), returnPath([])]).toEqual([
      '/account',
      '/',
      '/',
    ])
    expect(returnPath(`/?q=${'a'.repeat(3_000)}`)).toBe('/')
  })

  test('stays on our origin, whatever it is made from', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%5c',
      '%2f',
      '\t',
      '\r\n',
      ':',
      '@',
      '?',
      '#',
      'evil.example',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = returnPath(parts.join(''))
        expect(new URL(path, 'https://studio.example').origin).toBe('https://studio.example')
        expect(returnPath(path)).toBe(path)
      }),
      { numRuns: 2_000 },
    )
  })
})

test('an address that leads back says so only if there is somewhere to lead to', () => {
  expect(withReturn('/sign-in', '/?q=a&show=team')).toBe('/sign-in?to=%2F%3Fq%3Da%26show%3Dteam')
  expect([withReturn('/sign-in', '/'), withReturn('/sign-in', '//evil.example')]).toEqual([
    '/sign-in',
    '/sign-in',
  ])
})

test('a page’s path keeps its query', () => {
  expect(pathWith('/', { q: 'a b', show: ['x', 'y'], none: undefined })).toBe('/?q=a+b&show=x&show=y')
  expect(pathWith('/team', {})).toBe('/team')
})
