import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { log } from './log'
import { noteWrongHost } from './wrong-host'

const lines: unknown[] = []
beforeAll(() => {
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', LOG_LEVEL: 'silent' })
  vi.spyOn(log(), 'warn').mockImplementation((fields) => void lines.push(fields))
})
beforeEach(() => lines.splice(0))

test('a stream of requests for other hosts is logged once a minute, with their number', () => {
  const start = Date.parse('2026-12-01T00:00:00Z')
  for (let second = 0; second < 60; second++) noteWrongHost(`h${second}.example`, start + second * 1_000)
  noteWrongHost(null, start + 60_000)
  noteWrongHost('x'.repeat(10_000), start + 180_000)
  expect(lines).toEqual([
    { host: 'h0.example', own: 'http://127.0.0.1:3000', unlogged: 0 },
    { host: null, own: 'http://127.0.0.1:3000', unlogged: 59 },
    { host: 'x'.repeat(255), own: 'http://127.0.0.1:3000', unlogged: 0 },
  ])
})
