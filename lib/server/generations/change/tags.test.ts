import { describe, expect, test } from 'vitest'
import { create, list, listTags, read, update } from '@/lib/server/generations'
import { TAGS } from '@/lib/shared/tags'
import { startStudio } from '@/testing/generations/fixture'
import { another, form, me, problemOf } from '@/testing/generations/submission'

const studio = startStudio()

const submit = async (tags: string[], key: string | null = null) =>
  (await create([...form(), ...tags.map((value) => ({ name: 'tag', value }))], key, me)).generation

const reasonOf = async (call: Promise<unknown>) => (await problemOf(call)).details.reasons?.[0]

test('tags are kept tidy, and of those that differ in case or width alone the first', async () => {
  expect((await submit(['  Summer\n 2026 ', 'Cafe\u0301', 'SUMMER 2026', 'ＣＡＦÉ', ''])).tags).toEqual([
    'Summer 2026',
    'Café',
  ])
})

test('tags are no part of a submission: repeating it with others neither sends again nor is refused', async () => {
  const first = await submit(['one'], 'k')
  expect(await submit(['two'], 'k')).toMatchObject({ id: first.id, tags: ['one'] })
  expect(studio.ledger().creates).toHaveLength(1)
})

test('tags are replaced as a whole, and found by', async () => {
  const { id } = await submit(['one'])
  expect((await update(id, { tags: ['Two', 'three'] }, me)).tags).toEqual(['Two', 'three'])
  expect(await read(id, me)).toMatchObject({ tags: ['Two', 'three'] })
  expect((await list(me, { tag: ['TWO', 'three', ''] })).items).toMatchObject([{ id }])
  expect((await list(me, { tag: ['one'] })).items).toEqual([])
  expect(await listTags(me)).toEqual({
    items: [
      { tag: 'three', count: 1 },
      { tag: 'Two', count: 1 },
    ],
  })
  expect((await problemOf(update(id, { tags: [] }, another))).code).toBe('not_found')
  expect(await listTags(another)).toEqual({ items: [] })
})

const many = Array.from({ length: TAGS.each + 1 }, (_, n) => `t${n}`)
const CASES: [string, string[], object][] = [
  ['too long', ['x'.repeat(41)], { type: 'too_long', limit: 40, length: 41 }],
  ['blank', ['\u200b'], { type: 'tag_blank' }],
  ['broken', ['a\ud83d'], { type: 'broken_character' }],
  ['too many', many, { type: 'too_many_tags', limit: 20, count: 21 }],
]

describe.each(CASES)('what is %s', (_, tags, reason) => {
  test('is refused with a submission, and nothing is sent', async () => {
    expect(await reasonOf(submit(tags))).toEqual({ field: 'tag', ...reason })
    expect(studio.ledger().creates).toHaveLength(0)
  })

  test('is refused as a change, and nothing is changed', async () => {
    const { id } = await submit(['kept'])
    expect(await reasonOf(update(id, { tags }, me))).toEqual({ field: 'tags', ...reason })
    expect((await read(id, me)).tags).toEqual(['kept'])
  })

  test('is refused as a filter', async () => {
    expect(await reasonOf(list(me, { tag: tags }))).toEqual({ field: 'tag', ...reason })
  })
})

test('exactly as many tags and characters as allowed are kept', async () => {
  const most = ['😀'.repeat(TAGS.characters), ...many.slice(2)]
  expect((await submit(most)).tags).toEqual(most)
})
