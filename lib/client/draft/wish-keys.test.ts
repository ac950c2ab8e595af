import { beforeEach, expect, test, vi } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { contentOf, forgetKey, keyFor, renewKey } from './wish-keys'

const koala = submissionSchema.parse({ prompt: 'A koala waves.' })

/** What a browser offers, as far as it is used here. `setItem` may be made to refuse. */
function browser(setItem?: () => void) {
  const kept = new Map<string, string>()
  vi.stubGlobal('window', { isSecureContext: true })
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: setItem ?? ((name: string, text: string) => void kept.set(name, text)),
  })
}

beforeEach(() => {
  browser()
  return () => vi.unstubAllGlobals()
})

test('the same wish has the same key until its answer has arrived', () => {
  const content = contentOf(koala, ['a'])
  const key = keyFor(content)
  expect(keyFor(content)).toBe(key)
  forgetKey(key)
  expect(keyFor(content)).not.toBe(key)
})

test('other words, other settings and other photos are another wish', () => {
  const contents = [
    contentOf(koala, []),
    contentOf(koala, ['a', 'b']),
    contentOf(koala, ['b', 'a']),
    contentOf({ ...koala, prompt: 'A koala sleeps.' }, []),
    contentOf({ ...koala, settings: { ...koala.settings, seed: 1 } }, []),
  ]
  expect(new Set(contents.map(keyFor)).size).toBe(contents.length)
})

test('sending once more on purpose has a new key, which holds from then on', () => {
  const [content, other] = [contentOf(koala, ['a']), contentOf(koala, ['b'])]
  const [key, otherKey] = [keyFor(content), keyFor(other)]
  const renewed = renewKey(content)
  expect(renewed).not.toBe(key)
  expect(keyFor(content)).toBe(renewed)
  expect(keyFor(other)).toBe(otherKey)
})

test('a wish forgotten leaves the others their keys', () => {
  const [one, other] = [keyFor(contentOf(koala, ['a'])), keyFor(contentOf(koala, ['b']))]
  forgetKey(one)
  expect(keyFor(contentOf(koala, ['b']))).toBe(other)
})

test('a browser that keeps nothing still gives a wish one key as long as the page lasts', () => {
  browser(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const content = contentOf(koala, [])
  const key = keyFor(content)
  expect(keyFor(content)).toBe(key)
  forgetKey(key)
})
