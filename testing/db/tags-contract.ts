import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { pageOf, records, tagRecords } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import { EVERYTHING, somebody, submission } from './fixture'

const tagged = (user: string, tags: string[], row: Parameters<typeof submission>[0] = {}) =>
  records.insert(submission({ person: user, ...row }), [], undefined, undefined, undefined, tags)

const promptsOf = async (user: string, wanted: object) =>
  (await pageOf(user, { ...EVERYTHING, ...wanted })).rows.map(({ prompt }) => prompt)

/** Contract of tags, for every database. */
export function tagsContract(): void {
  test('a generation has the tags that it was written with, in their order, until others replace them', async () => {
    const user = somebody()
    const { stored } = await tagged(user, ['Summer', '海边', 'ÉTÉ'])
    expect(stored.tags).toEqual(['Summer', '海边', 'ÉTÉ'])
    const changed = await tagRecords.set(stored.id, user, ['été', 'Autumn'])
    expect(changed?.tags).toEqual(['été', 'Autumn'])
    expect((await records.find(stored.id, user))?.tags).toEqual(['été', 'Autumn'])
    expect((await tagRecords.set(stored.id, user, []))?.tags).toEqual([])
  })

  test('nobody else can change them', async () => {
    const [maker, other] = [somebody(), somebody()]
    const { stored } = await tagged(maker, ['Mine'], { shared: 1 })
    expect(await tagRecords.set(stored.id, other, ['Theirs'])).toBeUndefined()
    expect((await records.findVisible(stored.id, other))?.tags).toEqual(['Mine'])
  })

  test('a repeated submission keeps the tags of the first', async () => {
    const user = somebody()
    const row = { id: ulid(), idempotency_key: 'k' }
    await tagged(user, ['first'], row)
    const { stored, replayed } = await tagged(user, ['second'], { ...row, id: ulid() })
    expect([stored.tags, replayed]).toEqual([['first'], true])
  })

  test('several changes at once leave the tags of one of them', async () => {
    const user = somebody()
    const { stored } = await tagged(user, [])
    const sets = Array.from({ length: 8 }, (_, n) => [`a${n}`, `b${n}`])
    await Promise.all(sets.map((tags) => tagRecords.set(stored.id, user, tags)))
    expect(sets).toContainEqual((await records.find(stored.id, user))?.tags)
  })

  test('tags are counted by person, the most used first, and are gone with their generations', async () => {
    const [user, other] = [somebody(), somebody()]
    await tagged(user, ['Sea', 'sun'])
    const { stored } = await tagged(user, ['Sea', 'Wind'])
    await tagged(other, ['Sea'])
    expect(await tagRecords.counts(user, 10)).toEqual([
      { tag: 'Sea', count: 2 },
      { tag: 'sun', count: 1 },
      { tag: 'Wind', count: 1 },
    ])
    expect(await tagRecords.counts(user, 1)).toEqual([{ tag: 'Sea', count: 2 }])
    await tagRecords.set(stored.id, user, ['Wind'])
    await records.update(stored.id, user, ['submitting'], { status: 'failed' })
    await records.remove(stored.id, user, new Date())
    expect(await tagRecords.counts(user, 10)).toEqual([
      { tag: 'Sea', count: 1 },
      { tag: 'sun', count: 1 },
    ])
  })

  describe('a list by tags', () => {
    test('holds what has all of them, alone and together with status, star and words', async () => {
      const user = somebody()
      await tagged(user, ['Sea', 'Sun'], { id: ulid(1), prompt: 'one', status: 'completed', starred: 1 })
      await tagged(user, ['sea'], { id: ulid(2), prompt: 'two', status: 'failed' })
      await tagged(user, [], { id: ulid(3), prompt: 'three', status: 'completed', starred: 1 })
      await tagged(somebody(), ['sea'], { id: ulid(4), prompt: 'four' })
      expect(await promptsOf(user, { tags: ['sea'] })).toEqual(['two', 'one'])
      expect(await promptsOf(user, { tags: ['sea', 'sun'] })).toEqual(['one'])
      expect(await promptsOf(user, { tags: ['wind'] })).toEqual([])
      expect(await promptsOf(user, { tags: ['sea'], statuses: ['failed'] })).toEqual(['two'])
      expect(await promptsOf(user, { tags: ['sea'], starred: true })).toEqual(['one'])
      expect(await promptsOf(user, { tags: ['sea'], text: 'ONE' })).toEqual(['one'])
      expect(await promptsOf(user, { tags: ['sea'], text: '%' })).toEqual([])
    })

    test('is paged without gaps or repeats, also beyond what one page scans', async () => {
      const user = somebody()
      const rows = Array.from({ length: 1_100 }, (_, n) => submission({ id: ulid(1_000 + n), person: user }))
      const database = await db()
      for (let at = 0; at < rows.length; at += 500) {
        const some = rows.slice(at, at + 500)
        await database
          .insertInto('generations')
          .values(some.map((row) => ({ ...row, searched: '' })))
          .execute()
        await database
          .insertInto('generation_tags')
          .values(
            some.map(({ id }) => ({ generation: id, position: 1, person: user, folded: 'sea', tag: 'Sea' })),
          )
          .execute()
      }
      const seen: string[] = []
      for (let before: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(user, {
          ...EVERYTHING,
          ...{ limit: 300, tags: ['sea'], before },
        })
        seen.push(...page.rows.map(({ id }) => id))
        if (page.next === null) break
        before = page.next
      }
      expect(seen).toEqual(rows.map(({ id }) => id).toReversed())
    })

    test('of what others share is by their tags', async () => {
      const [maker, other] = [somebody(), somebody()]
      const tag = ulid().toLowerCase()
      await tagged(maker, [tag], { prompt: 'shared', shared: 1 })
      await tagged(maker, [tag], { prompt: 'kept' })
      expect(await promptsOf(other, { tags: [tag], others: true })).toEqual(['shared'])
      expect(await promptsOf(maker, { tags: [tag], others: true })).toEqual([])
    })
  })
}
