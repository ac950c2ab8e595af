import { describe, expect, test } from 'vitest'
import type { SubmissionEntry } from '@/lib/client/submissions'
import { submissionSchema } from '@/lib/shared/models/schema'
import { aGeneration as record } from '@/testing/a-generation'
import { oneCardEach } from './one-card-each'

const submission = submissionSchema.parse({ prompt: 'A koala waves.' })
const entry = (more: Partial<SubmissionEntry> = {}): SubmissionEntry => ({
  key: 'key-1',
  submission,
  images: [],
  from: 'form',
  pressedAt: 0,
  after: '2026-01-01T10:00:00.000Z',
  phase: { type: 'submitting' },
  ...more,
})
const networkError = { type: 'networkError' } as const
const unclear = {
  type: 'unknown',
  problem: { code: 'provider_unclear', detail: '', generation: '01J1' },
} as const

describe('a submission and the server’s record of it are one card', () => {
  test('while the request is in flight, the submission’s card is shown', () => {
    const shown = oneCardEach([entry()], [record()])
    expect([shown.entries.length, shown.items.length, shown.settled]).toEqual([1, 0, []])
  })

  test('after a network error, a matching record proves that the submission arrived and replaces its card', () => {
    const shown = oneCardEach([entry({ phase: networkError })], [record()])
    expect([shown.entries.length, shown.items.length, shown.settled]).toEqual([0, 1, ['key-1']])
  })

  test('a problem’s card is replaced by the record that the problem names, whatever its content', () => {
    const shown = oneCardEach([entry({ phase: unclear })], [record({ status: 'unknown', prompt: 'any' })])
    expect([shown.entries.length, shown.items.length, shown.settled]).toEqual([0, 1, ['key-1']])
  })

  test('a problem without a record keeps its card', () => {
    const busy = { type: 'rejected', problem: { code: 'rate_limited', detail: '' } } as const
    expect(oneCardEach([entry({ phase: busy })], [record()]).entries).toHaveLength(1)
  })

  test.each([
    ['older than the submission', record({ createdAt: '2026-01-01T09:59:59.000Z' })],
    ['with another prompt', record({ prompt: 'A koala sleeps.' })],
    ['with other settings', record({ settings: { ...submission.settings, duration: 10 } })],
    ['with other images', record({ images: [{ id: 'a', width: 1, height: 1 }] })],
  ])('a record %s does not match', (_, other) => {
    const shown = oneCardEach([entry({ phase: networkError })], [other])
    expect([shown.entries.length, shown.items.length]).toEqual([1, 1])
  })

  describe('that asks for several', () => {
    const settings = { ...submission.settings, seed: 7 }
    const four = entry({ submission: { ...submission, settings, count: 4 } })
    const records = [10, 9, 8, 7].map((seed) => record({ id: `01J${seed}`, settings: { ...settings, seed } }))
    const others = [record({ id: '01K1', settings: { ...settings, seed: 11 } }), record({ id: '01K2' })]

    test('hides all of its records while the request is in flight, and no others', () => {
      expect(oneCardEach([four], [...others, ...records]).items).toEqual(others)
    })

    test('is settled by any of its records, since all are written at once', () => {
      const lost = { ...four, phase: networkError }
      expect(oneCardEach([lost], records.slice(1, 2)).settled).toEqual(['key-1'])
      expect(oneCardEach([lost], others).settled).toEqual([])
    })

    test('hides no more than it asks for', () => {
      const two = entry({ submission: { ...submission, count: 2 } })
      const alike = ['01J1', '01J2', '01J3'].map((id) => record({ id }))
      expect(oneCardEach([two], alike).items).toHaveLength(1)
    })
  })

  test('two identical submissions claim one record each', () => {
    const entries = [entry(), entry({ key: 'key-2' })]
    const records = [record(), record({ id: '01J2' }), record({ id: '01J3' })]
    expect(oneCardEach(entries, records).items).toHaveLength(1)
  })
})
