// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

/** The module as a build with this BASE_PATH has it. */
async function storageFor(path: string) {
  vi.resetModules()
  vi.stubEnv('BUILT_BASE_PATH', path)
  return import('./index')
}

test('under a base path, what others on the same host have stored is neither read nor cleared', async () => {
  localStorage.setItem('another application', 'its own')
  const root = await storageFor('')
  root.writeStored('browser', 'draft', 'of the studio at the root')
  const studio = await storageFor('/studio')
  expect(studio.readStored('browser', 'draft')).toBeUndefined()
  studio.writeStored('browser', 'draft', 'of the studio under the path')
  studio.writeStored('browser', 'settings', 'too')
  expect(studio.readStored('browser', 'draft')).toBe('of the studio under the path')
  expect(root.readStored('browser', 'draft')).toBe('of the studio at the root')
  studio.forgetAll()
  expect([studio.readStored('browser', 'draft'), studio.readStored('browser', 'settings')]).toEqual([
    undefined,
    undefined,
  ])
  expect(localStorage.getItem('another application')).toBe('its own')
  expect(root.readStored('browser', 'draft')).toBe('of the studio at the root')
})
