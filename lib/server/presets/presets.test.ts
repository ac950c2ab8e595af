import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PRESETS } from '@/lib/shared/presets'
import { PROMPT_LIMIT } from '@/lib/shared/prompt'
import type { User } from '@/lib/shared/user'
import { problemOf } from '@/testing/generations/submission'
import { presets } from './presets'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-presets-'))
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'sk-test', DATA_DIR: folder, LOG_LEVEL: 'silent' })
})
afterAll(() => rm(folder, { recursive: true }))

const somebody = (role: User['role'] = 'member'): User => ({ id: ulid(), role: role ?? 'member' })
const fields = { prompt: 'A {product} turns.', ratio: '16:9', duration: '10', generate_audio: '1' }
const reasonsOf = async (call: Promise<unknown>) => (await problemOf(call)).details.reasons

test('prompt, settings and model are saved; the seed and the number of videos are not', async () => {
  const user = somebody()
  const given = { name: ' Product turn ', fields: { ...fields, seed: '7', count: '4' } }
  const saved = await presets.create(given, user)
  expect(saved).toMatchObject({
    name: 'Product turn',
    model: 'seedance-2',
    prompt: fields.prompt,
    settings: { ratio: '16:9', duration: 10, generateAudio: true, seed: null },
    shared: false,
    by: null,
    manageable: true,
  })
  expect(saved).not.toHaveProperty('count')
  expect(await presets.list(user)).toEqual([saved])
  expect(await presets.list(somebody())).toEqual([])
})

test('one that is shared is the team’s: others see whose it is, and an owner may delete it', async () => {
  const [maker, other, owner] = [somebody(), somebody(), somebody('owner')]
  const { id } = await presets.create({ name: 'For all', shared: true, fields }, maker)
  const seenBy = async (user: User) => (await presets.list(user)).find((one) => one.id === id)
  expect(await seenBy(maker)).toMatchObject({ by: null, manageable: true })
  expect(await seenBy(other)).toMatchObject({ shared: true, manageable: false })
  expect(await seenBy(owner)).toMatchObject({ manageable: true })
  expect((await problemOf(presets.remove(id, other))).code).toBe('not_found')
  await presets.remove(id, owner)
  expect(await seenBy(maker)).toBeUndefined()
})

test('nobody deletes what another keeps for themselves', async () => {
  const maker = somebody()
  const { id } = await presets.create({ name: 'Mine', fields }, maker)
  expect((await problemOf(presets.remove(id, somebody('owner')))).code).toBe('not_found')
  await presets.remove(id, maker)
  expect((await problemOf(presets.remove(id, maker))).code).toBe('not_found')
})

test.each([
  ['', { type: 'required', field: 'name' }],
  [' \u200b ', { type: 'required', field: 'name' }],
  ['x'.repeat(81), { type: 'too_long', field: 'name', limit: 80, length: 81 }],
  ['two\nlines', { type: 'not_plain', field: 'name' }],
])('the name %j is refused with the reason', async (name, reason) => {
  expect(await reasonsOf(presets.create({ name, fields }, somebody()))).toEqual([reason])
})

test('a name of 80 characters is fine, whatever they are', async () => {
  const name = '😀'.repeat(PRESETS.nameLength)
  expect((await presets.create({ name, fields }, somebody())).name).toBe(name)
})

test('everything that is wrong is said at once', async () => {
  const wrong = { prompt: 'x'.repeat(PROMPT_LIMIT + 1), ratio: '5:4', photo: 'a' }
  const reasons = await reasonsOf(presets.create({ name: '', fields: wrong }, somebody()))
  expect(reasons).toEqual([
    expect.objectContaining({ type: 'required', field: 'name' }),
    expect.objectContaining({ type: 'too_long', field: 'prompt' }),
    expect.objectContaining({ type: 'not_one_of', field: 'ratio' }),
    expect.objectContaining({ type: 'unknown_field', field: 'photo' }),
  ])
})

test('a name is taken once for oneself and once for the team, however it is encoded', async () => {
  const user = somebody()
  await presets.create({ name: 'Caf\u00e9', fields }, user)
  await presets.create({ name: 'Caf\u00e9', shared: true, fields }, user)
  expect(await reasonsOf(presets.create({ name: 'Cafe\u0301', fields }, user))).toEqual([
    { type: 'name_taken', field: 'name' },
  ])
})

test('the two hundred and first is refused with the limit', async () => {
  const user = somebody()
  for (let n = 0; n < PRESETS.max; n++) await presets.create({ name: `${n}`, fields }, user)
  const reasons = await reasonsOf(presets.create({ name: 'one more', fields }, user))
  expect(reasons).toEqual([{ type: 'too_many_presets', field: 'name', limit: PRESETS.max }])
})

test.each([
  null,
  [],
  {},
  { name: 'x' },
  { name: 'x', fields: { prompt: 1 } },
  { name: 'x', fields, more: 1 },
])('the body %j is refused with an example', async (given) => {
  const problem = await problemOf(presets.create(given, somebody()))
  expect(problem).toMatchObject({ code: 'invalid_input', detail: expect.stringContaining('"fields"') })
})
