import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageOf, records, uploads } from '@/lib/server/db'
import { addToIndex } from '@/lib/server/db/generations/prompt-index'
import { db } from '@/lib/server/db/open'
import { STATUSES } from '@/lib/shared/generation'
import { EVERYTHING, everythingOf, somebody, submission } from './fixture'

/** Contract of lists and search, for every database. */
export function listContract(): void {
  describe('a list of generations', () => {
    const user = somebody()
    const states = STATUSES.flatMap((status) => [status, status, status])
    beforeAll(async () => {
      for (const status of states) await records.insert(submission({ person: user, status }), [])
    })

    test('is paged newest first, without gaps or repeats, even while new ones are added', async () => {
      const expected = (await everythingOf(user)).map(({ id }) => id)
      expect(expected).toEqual(expected.toSorted().toReversed())
      const seen: string[] = []
      while (seen.length <= expected.length) {
        const page = await records.list(user, { ...EVERYTHING, limit: 4, before: seen.at(-1) ?? null })
        if (page.length === 0) break
        seen.push(...page.map(({ id }) => id))
        await records.insert(submission({ person: user, status: 'failed' }), [])
      }
      expect(seen).toEqual(expected)
    })

    test('tells what the same person made just after and just before each', async () => {
      const [user, other] = [somebody(), somebody()]
      const ids = Array.from({ length: 5 }, () => ulid()).toSorted()
      for (const [at, id] of ids.entries())
        await records.insert(submission({ id, person: at === 2 ? other : user, shared: 1 }), [])
      const [first = '', second = '', others = '', third = '', last = ''] = ids
      expect(await records.neighboursOf(first, user)).toEqual({ newer: second, older: null })
      expect(await records.neighboursOf(second, user)).toEqual({ newer: third, older: first })
      expect(await records.neighboursOf(last, user)).toEqual({ newer: null, older: third })
      expect(await records.neighboursOf(others, other)).toEqual({ newer: null, older: null })
    })

    test('can be filtered by status', async () => {
      const page = await records.list(user, { ...EVERYTHING, statuses: ['saving', 'unknown'] })
      expect(page.map(({ status }) => status).toSorted()).toEqual([
        ...['saving', 'saving', 'saving'],
        ...['unknown', 'unknown', 'unknown'],
      ])
    })

    test('can be filtered by star, alone and together with status and words', async () => {
      const fan = somebody()
      const rows = [
        submission({
          id: ulid(1),
          person: fan,
          status: 'completed',
          starred: 1,
          prompt: 'The tide comes in.',
        }),
        submission({ id: ulid(2), person: fan, status: 'failed', starred: 1, prompt: 'The tide goes out.' }),
        submission({ id: ulid(3), person: fan, status: 'completed', prompt: 'The tide turns.' }),
        submission({ id: ulid(4), person: fan, status: 'completed', starred: 1, prompt: 'A dahlia opens.' }),
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

  describe('a search that no index answers', () => {
    const user = somebody()
    const COUNT = 2_050
    const id = (n: number) => ulid(1_000_000 + n)
    const rows = Array.from({ length: COUNT }, (_, n) =>
      submission({
        id: id(n),
        person: user,
        status: n === 0 ? 'saving' : 'completed',
        prompt: n === 0 ? 'At 50%.' : `Film ${n}.`,
      }),
    )
    beforeAll(async () => {
      await (await db()).transaction().execute(async (tx) => {
        const searched = rows.map((row) => ({ ...row, searched: row.prompt.toLowerCase() }))
        for (let at = 0; at < COUNT; at += 500) {
          await tx
            .insertInto('generations')
            .values(searched.slice(at, at + 500))
            .execute()
          await addToIndex(tx, searched.slice(at, at + 500))
        }
      })
    })
    const first = { ...EVERYTHING, limit: 2 }

    test('scans 2,000 prompts per page and returns a cursor for the rest', async () => {
      const page = await pageOf(user, { ...first, text: '%' })
      expect(page).toMatchObject({ rows: [], next: rows[COUNT - 2_000]?.id })
      const last = await pageOf(user, { ...first, text: '%', before: page.next })
      expect(last).toMatchObject({ rows: [{ prompt: 'At 50%.' }], next: null })
    })

    test('finds a rare status', async () => {
      expect(await pageOf(user, { ...first, statuses: ['saving', 'saving'] })).toMatchObject({
        rows: [{ prompt: 'At 50%.' }],
        next: null,
      })
    })

    test('is paged without gaps or repeats, by words and by status', async () => {
      const expected = rows
        .slice(1)
        .map((row) => row.id)
        .toReversed()
      for (const wanted of [{ text: 'film' }, { statuses: ['completed' as const] }, { text: 'i . f' }]) {
        const seen: string[] = []
        for (let before: string | null = null; ; ) {
          const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(user, {
            ...first,
            limit: 400,
            ...wanted,
            before,
          })
          seen.push(...page.rows.map((row) => row.id))
          if (page.next === null) break
          before = page.next
        }
        expect(seen).toEqual(expected)
      }
    })

    test('distinguishes other users’ shared videos from one’s own', async () => {
      const other = somebody()
      await records.insert(submission({ person: other, prompt: 'Film of another.', shared: 1 }), [])
      const team = { ...first, others: true, text: 'film of another' }
      expect((await pageOf(user, team)).rows).toMatchObject([{ person: other }])
      expect((await pageOf(other, team)).rows).toEqual([])
      expect((await pageOf(user, { ...team, starred: true })).rows).toEqual([])
    })
  })

  describe('a search takes words literally', () => {
    const user = somebody()
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
      for (const prompt of Object.values(prompts))
        await records.insert(submission({ person: user, prompt }), [])
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
      ['\0', ['percent', 'underscore', 'bang', 'quote', 'backslash', 'chinese', 'umlaut']], // shows nothing
    ]
    test.each(cases)('and finds exactly the prompts that contain %j', async (text, found) => {
      const page = await records.list(user, { ...EVERYTHING, text })
      expect(page.map(({ prompt }) => prompt).toSorted()).toEqual(
        found.map((name) => prompts[name]).toSorted(),
      )
    })

    test('and pages its results without those removed meanwhile', async () => {
      const reader = somebody()
      const rows = [1, 2, 3, 4, 5].map((n) =>
        submission({ id: ulid(n), person: reader, prompt: `A tide, ${n}.` }),
      )
      for (const row of rows) await records.insert({ ...row, status: 'failed' }, [])
      const find = async (limit: number, before: string | null) =>
        (await records.list(reader, { ...EVERYTHING, text: 'tide', limit, before })).map(({ id }) => id)
      const newest = rows.map(({ id }) => id).toReversed()
      expect(await find(2, null)).toEqual(newest.slice(0, 2))
      expect(await find(9, newest[1] ?? null)).toEqual(newest.slice(2))
      await records.remove(newest[0] ?? '', reader, new Date())
      expect(await find(9, null)).toEqual(newest.slice(1))
    })

    test('and is fast for prompts and words that repeat one character', async () => {
      const one = somebody()
      for (const prompt of ['a'.repeat(8_192), `${'a'.repeat(8_000)}%`])
        await records.insert(submission({ person: one, prompt }), [])
      const found = async (text: string) =>
        (await records.list(one, { ...EVERYTHING, text })).map(({ prompt }) => prompt.length)
      expect(await found(`${'a'.repeat(400)}%`)).toEqual([8_001])
      expect(await found(`${'a'.repeat(400)}b`)).toEqual([])
    })

    test('and accepts thousands of words', async () => {
      const text = 'koala '.repeat(3_000)
      expect(await records.list(user, { ...EVERYTHING, text })).toMatchObject([{ prompt: prompts.quote }])
    })

    test('and handles NUL, which not every database can store', async () => {
      const row = submission({ person: somebody(), prompt: 'a\0b' })
      const { stored } = await records.insert(row, [])
      expect(stored.prompt).toBe('a\ufffdb')
      expect(await records.list(row.person, { ...EVERYTHING, text: 'A\0B' })).toHaveLength(1)
      expect(await records.find('\0', row.person)).toBeUndefined()
      expect(await records.remove('\0', row.person, new Date())).toBe(false)
      expect(await uploads.find('\0', row.person)).toBeUndefined()
    })
  })
}
