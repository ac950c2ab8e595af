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
  test('while the answer is out, the submission stands for both', () => {
    const shown = oneCardEach([entry()], [record()])
    expect([shown.entries.length, shown.items.length, shown.settled]).toEqual([1, 0, []])
  })

  test('once the line broke, a record shows that it had arrived: the submission is settled', () => {
    const shown = oneCardEach([entry({ phase: networkError })], [record()])
    expect([shown.entries.length, shown.items.length, shown.settled]).toEqual([0, 1, ['key-1']])
  })

  test('a problem gives way to the record that it names, whatever that holds', () => {
    const shown = oneCardEach([entry({ phase: unclear })], [record({ status: 'unknown', prompt: 'any' })])
    expect([shown.entries.length, shown.items.length, shown.settled]).toEqual([0, 1, ['key-1']])
  })

  test('a problem without a record stays where it is', () => {
    const busy = { type: 'rejected', problem: { code: 'rate_limited', detail: '' } } as const
    expect(oneCardEach([entry({ phase: busy })], [record()]).entries).toHaveLength(1)
  })

  test.each([
    ['older than the press', record({ createdAt: '2026-01-01T09:59:59.000Z' })],
    ['of another prompt', record({ prompt: 'A koala sleeps.' })],
    ['of other settings', record({ settings: { ...submission.settings, duration: 10 } })],
    ['of other photos', record({ images: [{ id: 'a', width: 1, height: 1 }] })],
  ])('a record %s is another video', (_, other) => {
    const shown = oneCardEach([entry({ phase: networkError })], [other])
    expect([shown.entries.length, shown.items.length]).toEqual([1, 1])
  })

  test('two equal submissions take a record each', () => {
    const entries = [entry(), entry({ key: 'key-2' })]
    const records = [record(), record({ id: '01J2' }), record({ id: '01J3' })]
    expect(oneCardEach(entries, records).items).toHaveLength(1)
  })
})
