import { afterEach, expect, test, vi } from 'vitest'

/** The module as a build with this BASE_PATH has it. */
async function builtFor(path: string) {
  vi.resetModules()
  vi.stubEnv('BUILT_BASE_PATH', path)
  return import('./base-path')
}

afterEach(() => vi.unstubAllEnvs())

test.each(['/', '/account', '/?show=done', '/api/generations'] as const)(
  'without a base path %s stays as it is',
  async (path) => {
    expect((await builtFor('')).withBasePath(path)).toBe(path)
  },
)

test.each([
  ['/', '/studio'],
  ['/?show=done', '/studio?show=done'],
  ['/#videos', '/studio#videos'],
  ['/account', '/studio/account'],
  ['/studio', '/studio/studio'],
  ['/api/images/1?thumbnail=1', '/studio/api/images/1?thumbnail=1'],
] as const)('under /studio, %s is %s, with no slash that Next would redirect away', async (path, address) => {
  expect((await builtFor('/studio')).withBasePath(path)).toBe(address)
})

test('names are the studio’s own under a base path, and the bare ones without', async () => {
  expect((await builtFor('')).ownName('locale')).toBe('locale')
  expect((await builtFor('/tools/studio')).ownName('locale')).toBe('tools.studio.locale')
})
