import { expect, test } from 'vitest'
import { records, uploads } from '@/lib/server/db'
import { EVERYTHING, photo, somebody, submission } from './fixture'

/** Contract of sharing: others see only what is shared and can't change it. */
export function sharingContract(): void {
  test('sharing shows a video and its images to others, and unsharing hides them', async () => {
    const [maker, other] = [somebody(), somebody()]
    const image = photo({ person: maker })
    await uploads.add(image)
    const row = submission({ person: maker, status: 'completed' })
    await records.insert(row, [image.id])

    const seen = async () => [
      (await records.findVisible(row.id, other))?.id,
      (await uploads.findVisible(image.id, other))?.id,
      (await records.list(other, { ...EVERYTHING, others: true })).map(({ id }) => id).includes(row.id),
    ]
    expect(await seen()).toEqual([undefined, undefined, false])
    await records.update(row.id, maker, ['completed'], { shared: 1 })
    expect(await seen()).toEqual([row.id, image.id, true])
    expect(await records.update(row.id, other, ['completed'], { starred: 1 })).toBeUndefined()
    expect(await records.remove(row.id, other, new Date())).toBe(false)
    await records.update(row.id, maker, ['completed'], { shared: 0 })
    expect(await seen()).toEqual([undefined, undefined, false])
  })

  test('a shared image can be viewed by others but not used for a submission', async () => {
    const [maker, other] = [somebody(), somebody()]
    const image = photo({ person: maker })
    await uploads.add(image)
    await records.insert(submission({ person: maker, status: 'completed', shared: 1 }), [image.id])
    expect((await uploads.findVisible(image.id, other))?.id).toBe(image.id)
    expect(await uploads.findUsable(image.id, other)).toBeUndefined()
    expect((await uploads.findUsable(image.id, maker))?.id).toBe(image.id)
  })

  test('the list of what others share excludes one’s own', async () => {
    const maker = somebody()
    const row = submission({ person: maker, shared: 1 })
    await records.insert(row, [])
    const others = await records.list(maker, { ...EVERYTHING, others: true })
    expect(others.map(({ id }) => id)).not.toContain(row.id)
    expect((await records.list(maker, EVERYTHING)).map(({ id }) => id)).toEqual([row.id])
  })

  test('an image used by one’s own video stays readable after its uploader stops sharing it', async () => {
    const [maker, other] = [somebody(), somebody()]
    const image = photo({ person: maker })
    await uploads.add(image)
    await records.insert(submission({ person: other }), [image.id])
    expect((await uploads.findVisible(image.id, other))?.id).toBe(image.id)
    expect(await uploads.findVisible(image.id, somebody())).toBeUndefined()
    expect((await uploads.findUsable(image.id, other))?.id).toBe(image.id)
  })
}
