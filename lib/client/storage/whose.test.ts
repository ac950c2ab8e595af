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

test('stored data stays for the same user', () => {
  keepOnlyFor('olga')
  keepSomething()
  keepOnlyFor('olga')
  expect(kept()).toEqual(['a prompt', 'a seed'])
})

test('stored data is cleared when another user signs in, and does not come back for the first', () => {
  keepOnlyFor('olga')
  keepSomething()
  keepOnlyFor('mei')
  expect(kept()).toEqual([undefined, undefined])
  keepOnlyFor('olga')
  expect(kept()).toEqual([undefined, undefined])
})

test('stored data without an owner is cleared', () => {
  keepSomething()
  keepOnlyFor('olga')
  expect(kept()).toEqual([undefined, undefined])
})

test('signing out clears everything', () => {
  keepOnlyFor('olga')
  keepSomething()
  forgetAll()
  expect(kept()).toEqual([undefined, undefined])
})

test('without storage the in-memory data is cleared as well', () => {
  const refuses = () => {
    throw new Error('storage is forbidden')
  }
  vi.stubGlobal('sessionStorage', { getItem: refuses, setItem: refuses, clear: refuses })
  keepOnlyFor('olga')
  writeStored('tab', 'draft', 'a prompt')
  keepOnlyFor('mei')
  expect(readStored('tab', 'draft')).toBeUndefined()
})
