import { beforeEach, expect, test, vi } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { contentOf, forgetKey, keyFor, renewKey } from './idempotency-keys'

const koala = submissionSchema.parse({ prompt: 'A koala waves.' })

/** Stubs the browser APIs in use. `setItem` can be made to throw. */
function browser(setItem?: () => void, kept = new Map<string, string>()) {
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

test('a submission keeps its key until its response has arrived', () => {
  const content = contentOf(koala, ['a'])
  const key = keyFor(content)
  expect(keyFor(content)).toBe(key)
  forgetKey(key)
  expect(keyFor(content)).not.toBe(key)
})

test('another prompt, other settings or other images get another key', () => {
  const contents = [
    contentOf(koala, []),
    contentOf(koala, ['a', 'b']),
    contentOf(koala, ['b', 'a']),
    contentOf({ ...koala, prompt: 'A koala sleeps.' }, []),
    contentOf({ ...koala, settings: { ...koala.settings, seed: 1 } }, []),
  ]
  expect(new Set(contents.map(keyFor)).size).toBe(contents.length)
})

test('resending on purpose gets a new key, which then replaces the old one', () => {
  const [content, other] = [contentOf(koala, ['a']), contentOf(koala, ['b'])]
  const [key, otherKey] = [keyFor(content), keyFor(other)]
  const renewed = renewKey(content)
  expect(renewed).not.toBe(key)
  expect(keyFor(content)).toBe(renewed)
  expect(keyFor(other)).toBe(otherKey)
})

test('a page reloaded after an upgrade finds the key of the same submission', () => {
  // As written by the version before models, and by one with a flag fewer.
  const before =
    '[{"prompt":"A koala waves.","ratio":"9:16","duration":"5","resolution":"720p","fps":"24","generate_audio":"0","return_last_frame":"0","websearch":"0","seed":"7"},["a"]]'
  const earlier =
    '[{"prompt":"Tide.","ratio":"adaptive","duration":"5","resolution":"720p","fps":"24","generate_audio":"1","return_last_frame":"0"},[]]'
  const submissions = [
    { key: 'key-before', content: before },
    { key: 'key-earlier', content: earlier },
  ]
  browser(undefined, new Map([['unanswered', JSON.stringify(submissions)]]))
  const seven = { ...koala, settings: { ...koala.settings, seed: 7 } }
  expect(keyFor(contentOf(seven, ['a']))).toBe('key-before')
  const tide = submissionSchema.parse({ prompt: 'Tide.', ratio: 'adaptive', generate_audio: '1' })
  expect(keyFor(contentOf(tide, []))).toBe('key-earlier')
  expect(keyFor(contentOf(koala, ['a']))).not.toBe('key-before')
  forgetKey('key-before')
  expect(keyFor(contentOf(seven, ['a']))).not.toBe('key-before')
})

test('the same prompt for another model gets another key', () => {
  const pro = submissionSchema.parse({ prompt: koala.prompt, model: 'seedance-1.5-pro' })
  expect(keyFor(contentOf(pro, []))).not.toBe(keyFor(contentOf(koala, [])))
})

test('forgetting one submission’s key keeps the others’', () => {
  const [one, other] = [keyFor(contentOf(koala, ['a'])), keyFor(contentOf(koala, ['b']))]
  forgetKey(one)
  expect(keyFor(contentOf(koala, ['b']))).toBe(other)
})

test('without storage a submission keeps its key for as long as the page lasts', () => {
  browser(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const content = contentOf(koala, [])
  const key = keyFor(content)
  expect(keyFor(content)).toBe(key)
  forgetKey(key)
})
