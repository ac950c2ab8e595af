import { describe, expect, test } from 'vitest'
import { ImageGone, records, uploads } from '@/lib/server/db'
import { everythingOf, hoursAgo, photo, somebody, submission } from './fixture'

/** Later than anything that was just written. */
const SOON = () => new Date(Date.now() + 60_000)

/** Contract of generations and images, for every database. */
export function recordsContract(): void {
  describe('inserting', () => {
    test('a generation is read back complete, with its images in order', async () => {
      const user = somebody()
      const [first, last] = [photo({ person: user }), photo({ person: user, width: 900, height: 1600 })]
      await uploads.add(first)
      await uploads.add(last)
      const row = submission({
        person: user,
        idempotency_key: 'k',
        prompt: '一只考拉。\n"It\'s" 😀',
        settings: '{"fps":"24"}',
      })
      const written = await records.insert(row, [last.id, first.id])
      expect(written.replayed).toBe(false)
      expect(await records.find(row.id, user)).toEqual(written.stored)
      expect(written.stored).toMatchObject({
        ...row,
        images: [
          { id: last.id, width: 900, height: 1600 },
          { id: first.id, width: 1600, height: 900 },
        ],
      })
    })

    test('concurrent inserts with one idempotency key create one generation', async () => {
      const user = somebody()
      const image = photo({ person: user })
      await uploads.add(image)
      const answers = await Promise.all(
        Array.from({ length: 40 }, () =>
          records.insert(submission({ person: user, idempotency_key: 'once' }), [image.id]),
        ),
      )
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
      expect(new Set(answers.map(({ stored }) => stored.id)).size).toBe(1)
      expect(answers.every(({ stored }) => stored.images.length === 1)).toBe(true)
      expect(await everythingOf(user)).toHaveLength(1)
    })

    test('keys of different users are independent, and so are inserts without a key', async () => {
      const [one, other] = [somebody(), somebody()]
      const submissions = [
        submission({ person: one, idempotency_key: 'k' }),
        submission({ person: other, idempotency_key: 'k' }),
      ]
      for (const row of [...submissions, submission({ person: one }), submission({ person: one })]) {
        expect((await records.insert(row, [])).replayed).toBe(false)
      }
    })

    test('with an unknown image, nothing is inserted', async () => {
      const user = somebody()
      await expect(records.insert(submission({ person: user }), ['nothing'])).rejects.toThrow()
      expect(await everythingOf(user)).toEqual([])
    })
  })

  test('generations and images of another user are not found', async () => {
    const [one, other] = [somebody(), somebody()]
    const [row, image] = [
      submission({ person: one, taskid: `task-${one}`, status: 'pending' }),
      photo({ person: one }),
    ]
    await records.insert(row, [])
    await uploads.add(image)
    expect(await records.find(row.id, other)).toBeUndefined()
    expect(await everythingOf(other)).toEqual([])
    expect(await records.update(row.id, other, ['pending'], { starred: 1 })).toBeUndefined()
    expect(await records.remove(row.id, other, new Date())).toBe(false)
    expect(await uploads.find(image.id, other)).toBeUndefined()
    expect(await uploads.find(image.id, one)).toEqual(image)
  })

  describe('an update', () => {
    test('happens only if the generation still has one of the expected statuses', async () => {
      const row = submission()
      await records.insert(row, [])
      const change = { status: 'pending' as const, taskid: row.id }
      expect(await records.update(row.id, 'local', ['unknown'], change)).toBeUndefined()
      expect(await records.find(row.id, 'local')).toMatchObject({ status: 'submitting', taskid: null })
      expect(await records.update(row.id, 'local', ['unknown', 'submitting'], change)).toMatchObject(change)
    })

    test('succeeds for only one of several concurrent callers', async () => {
      const row = submission()
      await records.insert(row, [])
      const wanted = Array.from({ length: 20 }, (_, n) =>
        records.update(row.id, 'local', ['submitting'], { status: 'pending', taskid: `${row.id}-${n}` }),
      )
      expect((await Promise.all(wanted)).filter(Boolean)).toHaveLength(1)
    })
  })

  describe('images', () => {
    test('are removed only when unused and old', async () => {
      const user = somebody()
      const [used, unused, young] = [photo(), photo(), photo({ created_at: new Date().toISOString() })]
      for (const image of [used, unused, young]) await uploads.add({ ...image, person: user })
      await records.insert(submission({ person: user }), [used.id])
      const removed = await uploads.removeUnused(new Date(hoursAgo(0.5)))
      expect(removed).toContain(unused.id)
      expect(removed).not.toContain(used.id)
      expect(await uploads.existing([used.id, unused.id, young.id])).toEqual(new Set([used.id, young.id]))
    })

    test('used by several generations stay until the last of them was removed long enough ago', async () => {
      const shared = photo()
      await uploads.add(shared)
      const [one, other] = [submission({ status: 'failed' }), submission({ status: 'failed' })]
      await records.insert(one, [shared.id])
      await records.insert(other, [shared.id])
      expect(await records.remove(one.id, 'local', new Date())).toBe(true)
      expect(await uploads.removeUnused(SOON())).not.toContain(shared.id)
      expect(await records.remove(other.id, 'local', new Date())).toBe(true)
      expect(await uploads.removeUnused(new Date(hoursAgo(0.5)))).not.toContain(shared.id)
      expect((await uploads.findUsable(shared.id, 'local'))?.id).toBe(shared.id)
      expect(await uploads.removeUnused(SOON())).toContain(shared.id)
    })

    test('removed while generations are made from them either stay or make those fail', async () => {
      for (let round = 0; round < 30; round++) {
        const image = photo()
        await uploads.add(image)
        const old = submission({ status: 'failed' })
        await records.insert(old, [image.id])
        const remove = async () => {
          await records.remove(old.id, 'local', new Date())
          return uploads.removeUnused(SOON())
        }
        const [removed, ...made] = await Promise.all([
          remove(),
          ...Array.from({ length: 4 }, () =>
            records.insert(submission(), [image.id]).catch((error: unknown) => error),
          ),
        ])
        const there = (await uploads.find(image.id, 'local')) !== undefined
        expect(removed.includes(image.id)).toBe(!there)
        for (const one of made) {
          if (there) expect(one).toMatchObject({ stored: { images: [{ id: image.id }] } })
          else expect(one).toMatchObject({ name: 'ImageGone', image: image.id })
        }
      }
    })

    test('can be swept while a generation is made from an old one, without an error for either', async () => {
      for (let round = 0; round < 20; round++) {
        const image = photo()
        await uploads.add(image)
        const [removed, made] = await Promise.all([
          uploads.removeUnused(new Date()),
          records.insert(submission(), [image.id]).then(
            () => true,
            (error: unknown) => error instanceof ImageGone || Promise.reject(error),
          ),
        ])
        expect(made).toBe(true)
        expect(removed.includes(image.id)).toBe((await uploads.find(image.id, 'local')) === undefined)
      }
    })
  })

  test('existing returns the ids that exist', async () => {
    const row = submission()
    await records.insert(row, [])
    expect(await records.existing([row.id, 'gone'])).toEqual(new Set([row.id]))
    expect(await records.existing([])).toEqual(new Set())
  })
}
