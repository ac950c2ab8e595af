import { setTimeout as pause } from 'node:timers/promises'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import type { GenerationRow } from '@/lib/server/db/tables'
import { somebody, submission } from './fixture'

/** Contract of every SQL dialect. Set the environment first. */
export function dialectContract(): void {
  const write = async (searched: string, more: Partial<GenerationRow> = {}) => {
    const row = { ...submission({ person: somebody(), ...more }), searched }
    await (await db()).insertInto('generations').values(row).execute()
    return row
  }
  const having = async (word: string, user: string) => {
    const query = (await db()).selectFrom('generations').select('searched').where('person', '=', user)
    return (await query.where(dialect().promptContains(word)).execute()).map(({ searched }) => searched)
  }

  test.each(['50% off', 'a_b', 'c:\\temp', "it's", '考拉', '?', '"', '$1'])(
    'promptContains takes the word %s literally',
    async (word) => {
      const { person: user } = await write(`before ${word} after`)
      await write('something else', { person: user })
      expect(await having(word, user)).toEqual([`before ${word} after`])
    },
  )

  test('indexed prompts are found by their grams, newest first, until their generation is deleted', async () => {
    const database = await db()
    const gram = 'qzx'
    const one = await write(gram, { id: ulid(1_000_000_000_000) })
    const other = await write(gram, { id: ulid(1_000_000_000_001) })
    await dialect().indexPrompts(database, [one, other])
    const found = async (more = {}) =>
      (await dialect().findByGrams(database, [gram], { own: null, before: null, limit: 10, ...more })).map(
        ({ id }) => id,
      )
    expect(await found()).toEqual([other.id, one.id])
    expect(await found({ limit: 1 })).toEqual([other.id])
    expect(await found({ before: other.id })).toContain(one.id)
    await database.deleteFrom('generations').where('id', '=', other.id).execute()
    expect(await found()).toEqual([one.id])
  })

  test('enterSection lets only one transaction at a time into a section', async () => {
    const database = await db()
    let inside = 0
    let most = 0
    const enter = () =>
      database.transaction().execute(async (tx) => {
        await dialect().enterSection(tx, 'a section')
        most = Math.max(most, ++inside)
        await pause(5) // time for another to enter
        inside--
      })
    await Promise.all(Array.from({ length: 6 }, enter))
    expect(most).toBe(1)
  })

  test('rows locked by one transaction are skipped by others (update-skip-locked)', async () => {
    const { id } = await write('to be locked')
    const database = await db()
    const lock = () =>
      database.transaction().execute(async (tx) => {
        const query = tx.selectFrom('generations').select('id').where('id', '=', id).where('starred', '=', 0)
        const got = await dialect().lockRows(query, 'update-skip-locked').execute()
        await pause(5)
        await tx.updateTable('generations').set({ starred: 1 }).where('id', '=', id).execute()
        return got.length
      })
    const got = await Promise.all([lock(), lock(), lock()])
    expect(got.reduce((sum, count) => sum + count, 0)).toBe(1)
  })
}
