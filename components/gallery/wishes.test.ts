import { describe, expect, test } from 'vitest'
import type { Generation } from '@/lib/shared/generation'
import { submissionSchema } from '@/lib/shared/models/schema'
import { changeWishes, oneCardEach, type Wish } from './wishes'

const submission = submissionSchema.parse({ prompt: 'A koala waves.' })
const wish = (more: Partial<Wish> = {}): Wish => ({
  key: 'key-1',
  submission,
  images: [],
  pressedAt: 0,
  after: '2026-01-01T10:00:00.000Z',
  state: { is: 'sending' },
  ...more,
})
const record = (more: Partial<Generation> = {}): Generation => ({
  ...submission,
  id: '01J1',
  taskid: null,
  taskidEntered: false,
  status: 'submitting',
  images: [],
  starred: false,
  shared: false,
  by: null,
  manageable: true,
  failure: null,
  video: null,
  lastFrame: null,
  poster: null,
  createdAt: '2026-01-01T10:00:01.000Z',
  updatedAt: '2026-01-01T10:00:01.000Z',
  completedAt: null,
  ...more,
})
const silent = { is: 'silent' } as const
const unclear = {
  is: 'problem',
  problem: { code: 'provider_unclear', detail: '', generation: '01J1' },
} as const

describe('a wish and the server’s record of it are one card', () => {
  test('while the answer is out, the wish stands for both', () => {
    const shown = oneCardEach([wish()], [record()])
    expect([shown.wishes.length, shown.items.length, shown.settled]).toEqual([1, 0, []])
  })

  test('once the line broke, a record shows that it had arrived: the wish is settled', () => {
    const shown = oneCardEach([wish({ state: silent })], [record()])
    expect([shown.wishes.length, shown.items.length, shown.settled]).toEqual([0, 1, ['key-1']])
  })

  test('a problem gives way to the record that it names, whatever that holds', () => {
    const shown = oneCardEach([wish({ state: unclear })], [record({ status: 'unknown', prompt: 'any' })])
    expect([shown.wishes.length, shown.items.length, shown.settled]).toEqual([0, 1, ['key-1']])
  })

  test('a problem without a record stays where it is', () => {
    const busy = { is: 'problem', problem: { code: 'rate_limited', detail: '' } } as const
    expect(oneCardEach([wish({ state: busy })], [record()]).wishes).toHaveLength(1)
  })

  test.each([
    ['older than the press', record({ createdAt: '2026-01-01T09:59:59.000Z' })],
    ['of another prompt', record({ prompt: 'A koala sleeps.' })],
    ['of other settings', record({ settings: { ...submission.settings, duration: 10 } })],
    ['of other photos', record({ images: [{ id: 'a', width: 1, height: 1 }] })],
  ])('a record %s is another film', (_, other) => {
    const shown = oneCardEach([wish({ state: silent })], [other])
    expect([shown.wishes.length, shown.items.length]).toEqual([1, 1])
  })

  test('two equal wishes take a record each', () => {
    const wishes = [wish(), wish({ key: 'key-2' })]
    const records = [record(), record({ id: '01J2' }), record({ id: '01J3' })]
    expect(oneCardEach(wishes, records).items).toHaveLength(1)
  })
})

test('sending again moves the wish to the front instead of adding one', () => {
  const wishes = changeWishes([wish({ key: 'key-2' }), wish({ state: silent })], {
    do: 'press',
    wish: wish(),
  })
  expect(wishes.map(({ key, state }) => [key, state.is])).toEqual([
    ['key-1', 'sending'],
    ['key-2', 'sending'],
  ])
})
