import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { STATUSES } from '@/lib/shared/generation'
import { records, uploads } from '.'
import { EVERYTHING, everythingOf, somebody, wish } from './fixture'

/** What people rely on when they look for something, whichever database keeps it. */
export function listContract(): void {
  describe('listing', () => {
    const person = somebody()
    const states = STATUSES.flatMap((status) => [status, status, status])
    beforeAll(async () => {
      for (const status of states) await records.insert(wish({ person, status }), [])
    })

    test('goes newest first, page after page, without gap or repeat, also while new ones come', async () => {
      const expected = (await everythingOf(person)).map(({ id }) => id)
      expect(expected).toEqual(expected.toSorted().toReversed())
      const seen: string[] = []
      while (seen.length <= expected.length) {
        const page = await records.list(person, { ...EVERYTHING, limit: 4, before: seen.at(-1) ?? null })
        if (page.length === 0) break
        seen.push(...page.map(({ id }) => id))
        await records.insert(wish({ person, status: 'failed' }), [])
      }
      expect(seen).toEqual(expected)
    })

    test('keeps to the states asked for', async () => {
      const page = await records.list(person, { ...EVERYTHING, statuses: ['saving', 'unknown'] })
      expect(page.map(({ status }) => status).toSorted()).toEqual([
        ...['saving', 'saving', 'saving'],
        ...['unknown', 'unknown', 'unknown'],
      ])
    })

    test('keeps to what is starred, alone and together with states and words', async () => {
      const fan = somebody()
      const rows = [
        wish({ id: ulid(1), person: fan, status: 'completed', starred: 1, prompt: 'The tide comes in.' }),
        wish({ id: ulid(2), person: fan, status: 'failed', starred: 1, prompt: 'The tide goes out.' }),
        wish({ id: ulid(3), person: fan, status: 'completed', prompt: 'The tide turns.' }),
        wish({ id: ulid(4), person: fan, status: 'completed', starred: 1, prompt: 'A dahlia opens.' }),
      ]
      for (const row of rows) await records.insert(row, [])
      const prompts = async (more: object) =>
        (await records.list(fan, { ...EVERYTHING, starred: true, ...more })).map(({ prompt }) => prompt)
      expect(await prompts({})).toEqual(['A dahlia opens.', 'The tide goes out.', 'The tide comes in.'])
      expect(await prompts({ statuses: ['completed'], text: 'TIDE' })).toEqual(['The tide comes in.'])
      expect(await prompts({ limit: 1 })).toEqual(['A dahlia opens.'])
      expect(await prompts({ before: rows[3]?.id })).toEqual(['The tide goes out.', 'The tide comes in.'])
    })
  })

  describe('searching takes words literally', () => {
    const person = somebody()
    const prompts = {
      percent: 'Zoom in 50% over the ÉTÉ',
      underscore: 'file_name on a wall',
      bang: 'Stop! he said "now"',
      quote: "It's a koala's day",
      backslash: 'C:\\temp and more',
      chinese: '一只考拉在海边挥手',
      umlaut: 'ÜBER den Straßen, in 3D',
    }
    beforeAll(async () => {
      for (const prompt of Object.values(prompts)) await records.insert(wish({ person, prompt }), [])
    })
    const cases: [text: string, found: (keyof typeof prompts)[]][] = [
      ['%', ['percent']],
      ['5%%', []],
      ['_', ['underscore']],
      ['file_', ['underscore']],
      ['fileXname', []],
      ['!', ['bang']],
      ['"now"', ['bang']],
      ["'", ['quote']],
      ["' or 1=1 --", []],
      ['\\', ['backslash']],
      ['\\temp', ['backslash']],
      ['考拉', ['chinese']],
      ['考拉 挥手', ['chinese']],
      ['拉在', ['chinese']],
      ['手', ['chinese']],
      ['拉考', []],
      ['oal', ['quote']],
      ['a', ['underscore', 'bang', 'quote', 'backslash', 'umlaut']],
      ['ame on', ['underscore']],
      ['e_na', ['underscore']],
      ['koalas', []],
      ['KOALA', ['quote']],
      ['kOaLa dAy', ['quote']],
      ['DAY koala', ['quote']],
      ['über', ['umlaut']],
      ['ÜBER', ['umlaut']],
      ['été', ['percent']],
      ['E\u0301TE\u0301', ['percent']],
      ['３Ｄ', ['umlaut']],
      ['  ', ['percent', 'underscore', 'bang', 'quote', 'backslash', 'chinese', 'umlaut']],
      ['koala sea', []],
      ['\0', []],
    ]
    test.each(cases)('%j', async (text, found) => {
      const page = await records.list(person, { ...EVERYTHING, text })
      expect(page.map(({ prompt }) => prompt).toSorted()).toEqual(
        found.map((name) => prompts[name]).toSorted(),
      )
    })

    test('page after page, and what is removed is found no more', async () => {
      const reader = somebody()
      const rows = [1, 2, 3, 4, 5].map((n) => wish({ id: ulid(n), person: reader, prompt: `A tide, ${n}.` }))
      for (const row of rows) await records.insert({ ...row, status: 'failed' }, [])
      const find = async (limit: number, before: string | null) =>
        (await records.list(reader, { ...EVERYTHING, text: 'tide', limit, before })).map(({ id }) => id)
      const newest = rows.map(({ id }) => id).toReversed()
      expect(await find(2, null)).toEqual(newest.slice(0, 2))
      expect(await find(9, newest[1] ?? null)).toEqual(newest.slice(2))
      await records.remove(newest[0] ?? '', reader, new Date())
      expect(await find(9, null)).toEqual(newest.slice(1))
    })

    test('thousands of words are no error', async () => {
      const text = 'koala '.repeat(3_000)
      expect(await records.list(person, { ...EVERYTHING, text })).toMatchObject([{ prompt: prompts.quote }])
    })

    test('a NUL, which not every database holds, breaks nothing', async () => {
      const row = wish({ person: somebody(), prompt: 'a\0b' })
      const { stored } = await records.insert(row, [])
      expect(stored.prompt).toBe('a\ufffdb')
      expect(await records.list(row.person, { ...EVERYTHING, text: 'A\0B' })).toHaveLength(1)
      expect(await records.find('\0', row.person)).toBeUndefined()
      expect(await records.remove('\0', row.person, new Date())).toBeUndefined()
      expect(await uploads.find('\0', row.person)).toBeUndefined()
    })
  })
}
