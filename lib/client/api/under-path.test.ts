// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const fetched: string[] = []

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('BUILT_BASE_PATH', '/studio')
  fetched.length = 0
  vi.stubGlobal('fetch', async (path: string) => {
    fetched.push(path)
    const headers = { 'content-type': 'application/problem+json' }
    return Response.json({}, { status: 404, headers })
  })
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('under a base path every call goes below it, and so do the addresses of images', async () => {
  const api = await import('./index')
  await api.listGenerations({ show: 'all', text: '' }, { cursor: null, limit: 1 }).catch(() => {})
  await api.readGeneration('a')
  await api.readEta()
  await api.generations.star('a', true)
  await api.generations.keepPoster('a', new Blob())
  await api.generations.remove('a')
  await api.call('POST', '/api/auth/sign-in', {}, api.nothing)
  await api.fetchImage('a').catch(() => {})
  expect(fetched).toHaveLength(8)
  expect(fetched.filter((path) => !path.startsWith('/studio/api/'))).toEqual([])
  expect([api.imageAddress('a/b'), api.thumbnailAddress('a')]).toEqual([
    '/studio/api/images/a%2Fb',
    '/studio/api/images/a?thumbnail=1',
  ])
})

test('under a base path an upload goes below it', async () => {
  const opened = vi.spyOn(XMLHttpRequest.prototype, 'open')
  vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {}) // nobody listens there
  const { uploadImage } = await import('./upload-image')
  uploadImage(new File(['x'], 'a.jpg', { type: 'image/jpeg' }), null, { onProgress() {}, onEnd() {} })()
  expect(opened.mock.calls.map(([, address]) => `${address}`)).toEqual(['/studio/api/images'])
})
