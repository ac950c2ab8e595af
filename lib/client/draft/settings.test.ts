import { beforeEach, expect, test, vi } from 'vitest'
import { BLANK } from './fields'
import { forgetSettings, keepSettings, readSettings } from './settings'

const kept = new Map<string, string>()
const fields = {
  ...BLANK,
  prompt: 'A secret.',
  ratio: '1:1' as const,
  generate_audio: '1' as const,
  seed: '42',
}

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
  return () => vi.unstubAllGlobals()
})

test('the last submitted settings are kept, without prompt and seed', () => {
  keepSettings(fields, false)
  expect(readSettings()).toEqual({ fields: { ...fields, prompt: '', seed: '' }, seedLocked: false })
  expect([...kept.values()].join()).not.toContain('secret')
})

test('a locked seed is kept', () => {
  keepSettings(fields, true)
  expect(readSettings()).toMatchObject({ fields: { seed: '42' }, seedLocked: true })
})

test.each(['', '{"fields":', JSON.stringify({ fields: { ...BLANK, ratio: '5:4' }, seedLocked: false })])(
  'settings stored as %j read as the defaults',
  (text) => {
    kept.set('settings', text)
    expect(readSettings()).toEqual({ fields: BLANK, seedLocked: false })
  },
)

test('forgotten settings are gone', () => {
  keepSettings(fields, true)
  forgetSettings()
  expect(readSettings().fields).toEqual(BLANK)
})
