import { beforeEach, expect, test, vi } from 'vitest'
import { forgetCopies } from './forget-copies'
import { copyOf, keepCopy } from './photo-copies'

/** A cache as browsers have it: by address, in the order in which they were first put. */
function aCache() {
  const kept = new Map<string, Response>()
  const cache = {
    put: async (key: string, response: Response) => void kept.set(key, response),
    match: async (key: string) => kept.get(key)?.clone(),
    keys: async () => [...kept.keys()],
    delete: async (key: string) => kept.delete(key),
  }
  return { open: async () => cache, delete: async () => kept.clear() }
}

beforeEach(() => {
  vi.stubGlobal('caches', aCache())
  return () => vi.unstubAllGlobals()
})

const photo = (text: string) => new File([text], 'IMG_1.jpg', { type: 'image/jpeg' })

test('a photo comes back as a file with its bytes, its type and the name that is asked for', async () => {
  await keepCopy('a', photo('bytes of a'))
  const copy = (await copyOf('a', 'holiday.jpg')) ?? expect.fail('there is no copy')
  expect([copy.name, copy.type, await copy.text()]).toEqual(['holiday.jpg', 'image/jpeg', 'bytes of a'])
  expect(await copyOf('b', 'b.jpg')).toBeNull()
})

test('the newest four are kept', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) await keepCopy(id, photo(id))
  expect(await copyOf('a', 'a.jpg')).toBeNull()
  for (const id of ['b', 'c', 'd', 'e']) expect(await copyOf(id, 'x.jpg')).not.toBeNull()
})

test('all of them can be forgotten', async () => {
  await keepCopy('a', photo('a'))
  await forgetCopies()
  expect(await copyOf('a', 'a.jpg')).toBeNull()
})

test('a browser without a cache, or with a full one, does without', async () => {
  vi.stubGlobal('caches', undefined)
  await keepCopy('a', photo('a'))
  await forgetCopies()
  expect(await copyOf('a', 'a.jpg')).toBeNull()
  const full = { put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }
  vi.stubGlobal('caches', { open: async () => full })
  await expect(keepCopy('a', photo('a'))).resolves.toBeUndefined()
})
