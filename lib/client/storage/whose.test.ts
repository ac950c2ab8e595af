import { beforeEach, expect, test, vi } from 'vitest'
import { forgetAll, keepOnlyFor, readStored, writeStored } from './index'

function area() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    clear: () => kept.clear(),
  }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', area())
  vi.stubGlobal('sessionStorage', area())
})

const keepSomething = () => {
  writeStored('tab', 'draft', 'a prompt')
  writeStored('browser', 'settings', 'a seed')
}
const kept = () => [readStored('tab', 'draft'), readStored('browser', 'settings')]

test('what was kept for a person is there for them, as often as they come', () => {
  keepOnlyFor('olga')
  keepSomething()
  keepOnlyFor('olga')
  expect(kept()).toEqual(['a prompt', 'a seed'])
})

test('and for nobody else, not for themselves either when somebody was here in between', () => {
  keepOnlyFor('olga')
  keepSomething()
  keepOnlyFor('mei')
  expect(kept()).toEqual([undefined, undefined])
  keepOnlyFor('olga')
  expect(kept()).toEqual([undefined, undefined])
})

test('what nobody knows whose it is, is nobody’s', () => {
  keepSomething()
  keepOnlyFor('olga')
  expect(kept()).toEqual([undefined, undefined])
})

test('whoever signs out leaves nothing', () => {
  keepOnlyFor('olga')
  keepSomething()
  forgetAll()
  expect(kept()).toEqual([undefined, undefined])
})

test('a browser that keeps nothing forgets what the page remembered for it', () => {
  const refuses = () => {
    throw new Error('storage is forbidden')
  }
  vi.stubGlobal('sessionStorage', { getItem: refuses, setItem: refuses, clear: refuses })
  keepOnlyFor('olga')
  writeStored('tab', 'draft', 'a prompt')
  keepOnlyFor('mei')
  expect(readStored('tab', 'draft')).toBeUndefined()
})
