import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { type PresetRow, presetRecords } from '@/lib/server/db'
import { somebody } from './fixture'

const MAX = 5

const preset = (person: string, changed: Partial<PresetRow> = {}): PresetRow => ({
  id: ulid(),
  person,
  shared: 0,
  name: 'Product turn',
  model: 'seedance-2',
  prompt: 'A {product} turns.',
  settings: '{}',
  created_at: new Date().toISOString(),
  ...changed,
})

const add = (row: PresetRow) => presetRecords.add(row, MAX)
const namesFor = async (person: string) => (await presetRecords.list(person)).map(({ name }) => name)

/** Contract of presets, for every database. */
export function presetsContract(): void {
  test('a person has their own, newest first, then what others share', async () => {
    const [ann, ben] = [somebody(), somebody()]
    const shared = preset(ben, { name: `shared-${ben}`, shared: 1 })
    const rows = [preset(ann, { id: ulid(1), name: 'first' }), preset(ann, { id: ulid(2), name: 'second' })]
    for (const row of [...rows, shared, preset(ben, { name: `kept-${ben}` })])
      expect(await add(row)).toBe('added')
    const listed = await presetRecords.list(ann)
    expect(listed.slice(0, 2).map(({ name }) => name)).toEqual(['second', 'first'])
    expect(listed.find(({ id }) => id === shared.id)).toEqual({ ...shared, maker: null })
    expect(await namesFor(ann)).not.toContain(`kept-${ben}`)
  })

  test('a name is taken once for a person and scope, also by several at once', async () => {
    const person = somebody()
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(preset(person))))
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(1)
    expect(await add(preset(person, { shared: 1 }))).toBe('added')
    expect(await add(preset(somebody()))).toBe('added')
    expect(await add(preset(person))).toBe('taken')
  })

  test('nobody has more than they may, however many are added at once', async () => {
    const person = somebody()
    const all = Array.from({ length: 12 }, (_, n) => add(preset(person, { name: `${n}`, shared: n % 2 })))
    const answers = await Promise.all(all)
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(MAX)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(12 - MAX)
  })

  test('is deleted by its maker, and what is shared by whoever may delete what is shared', async () => {
    const [ann, ben] = [somebody(), somebody()]
    const [own, shared] = [preset(ann), preset(ann, { shared: 1 })]
    for (const row of [own, shared]) await add(row)
    expect(await presetRecords.remove(own.id, ben, true)).toBe(false)
    expect(await presetRecords.remove(shared.id, ben, false)).toBe(false)
    expect(await presetRecords.remove(shared.id, ben, true)).toBe(true)
    expect(await presetRecords.remove(own.id, ann, false)).toBe(true)
    expect(await presetRecords.remove(own.id, ann, false)).toBe(false)
    expect((await presetRecords.list(ann)).filter(({ person }) => person === ann)).toEqual([])
  })
}
