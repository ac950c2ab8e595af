import { expect, test } from 'vitest'
import type { Generation } from '@/lib/shared/generation'
import { readSettings } from '@/lib/shared/models'
import { generationSchema, pageSchema, queueSchema } from './answers'

const whole: Generation = {
  id: '01M8Q5E0BTF75F5BX0GRXQJJ1S',
  taskid: 'pmli_87c94a6f25821d88',
  taskidEntered: false,
  status: 'completed',
  model: 'seedance-2',
  prompt: 'A koala waves.',
  settings: readSettings('seedance-2', { ratio: '16:9', seed: 42 }),
  seed: 42,
  images: [{ id: '01M8Q5CN5E3C1CX5B65D0X7MGQ', width: 400, height: 400 }],
  tags: ['Koala', '夏天'],
  starred: true,
  shared: false,
  by: null,
  manageable: true,
  failure: null,
  video: { url: '/v', type: 'video/mp4', bytes: 1, width: 1280, height: 720, duration: 5 },
  lastFrame: null,
  poster: null,
  queue: null,
  cost: null,
  batch: null,
  createdAt: '2026-11-23T01:38:06.000Z',
  sentAt: '2026-11-23T01:38:06.000Z',
  updatedAt: '2026-11-23T01:40:06.000Z',
  completedAt: '2026-11-23T01:40:06.000Z',
}

test('a complete generation is read as it was sent', () => {
  expect(generationSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
})

test.each([
  ['without settings', { settings: undefined }],
  ['with settings that the server could not read', { settings: null }],
  ['with a status that this page does not know', { status: 'dreaming' }],
  ['that is completed without a video', { video: null }],
  ['with a video of an unexpected shape', { video: { address: '/v' } }],
])('a generation %s counts as unreadable and doesn’t affect the others', (_, changed) => {
  const { items } = pageSchema.parse({ items: [whole, { ...whole, id: 'b', ...changed }], nextCursor: null })
  expect(items[0]).toEqual(whole)
  expect(items[1]).toMatchObject({ id: 'b', taskid: whole.taskid, prompt: whole.prompt, settings: null })
})

test.each([
  'taskid',
  'taskidEntered',
  'model',
  'prompt',
  'seed',
  'images',
  'tags',
  'starred',
  'shared',
  'by',
  'manageable',
  'failure',
  'lastFrame',
  'poster',
  'queue',
  'createdAt',
  'sentAt',
  'updatedAt',
  'completedAt',
])('a generation with an unexpected %s is read without it', (name) => {
  const { items } = pageSchema.parse({ items: [{ ...whole, [name]: { what: 'is this' } }], nextCursor: null })
  expect(items[0]).toMatchObject({ id: whole.id, status: 'completed', settings: whole.settings })
})

test('a queued generation is read with where it stands in line', () => {
  const queue = { position: 3, paused: 'out_of_credits', startsIn: 240 } as const
  const queued: Generation = { ...whole, status: 'queued', queue, sentAt: null, video: null }
  expect(generationSchema.parse(queued)).toEqual(queued)
  const { startsIn: _, ...older } = queue
  expect(generationSchema.parse({ ...queued, queue: older }).queue).toEqual({ ...queue, startsIn: null })
})

test.each([
  ['no answer of a server without a queue', { queue: undefined, sentAt: undefined }],
  ['no position', { queue: { position: 'third', paused: null, startsIn: null }, sentAt: 'just now' }],
  ['a pause that this page does not know', { queue: { position: 1, paused: 'full_moon' }, sentAt: 7 }],
])('%s reads as no place in line', (_, changed) => {
  expect(generationSchema.parse({ ...whole, ...changed })).toEqual({ ...whole, sentAt: null })
})

test.each(['<h1>Welcome</h1>', {}, { paused: 'full_moon', parallel: 2, running: 2, queued: 1 }])(
  '%j is rejected as the queue',
  (answer) => {
    expect(queueSchema.safeParse(answer).success).toBe(false)
  },
)

test('an unreadable time becomes a valid one, so that formatting it does not throw', () => {
  const { createdAt, updatedAt, completedAt } = generationSchema.parse({
    ...whole,
    ...{ createdAt: 'yesterday', updatedAt: null, completedAt: 'soon' },
  })
  for (const time of [createdAt, updatedAt]) expect(Number.isNaN(Date.parse(time))).toBe(false)
  expect(completedAt).toBeNull()
})

test.each([
  '<h1>Welcome</h1>',
  {},
  { items: 'none' },
  { items: [{ name: 'somebody else’s' }], nextCursor: null },
])('%j is rejected as a list', (answer) => {
  expect(pageSchema.safeParse(answer).success).toBe(false)
})
