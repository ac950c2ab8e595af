import { randomBytes } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { create, expectImage, expectSubmission, images, videos } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { another, form, makeImage, me, problemOf } from '@/testing/generations/submission'

const studio = startStudio({ LIMIT_IMAGE_MB_PER_DAY: '1', LIMIT_AT_ONCE: '1' })

describe('received bytes count against the quota', () => {
  test('even when the image is refused, without affecting other people', async () => {
    const file = await makeImage()
    await writeFile(file, randomBytes(600_000))
    expect((await problemOf(images.add(file, me))).code).toBe('unsupported_media')
    await expectImage(me, 300_000)
    expect((await problemOf(expectImage(me, 600_000))).code).toBe('rate_limited')
    expect((await problemOf(images.add(file, me))).code).toBe('rate_limited')
    await expectImage(another, 600_000)
    expect(await studio.files()).toEqual([])
  })

  test('for the poster of a video as well', async () => {
    const { id } = await studio.make()
    await studio.until(id, 'completed')
    const file = await makeImage()
    await videos.keepPoster(id, file, me)
    expect((await stat(file)).size).toBeLessThan(300_000)
    await writeFile(file, randomBytes(500_000))
    expect((await problemOf(videos.keepPoster(id, file, me))).code).toBe('rate_limited')
  })
})

test('a submission over a limit is refused before it is read, unless its key is known', async () => {
  await create(form(), 'mine', me)
  expect((await problemOf(expectSubmission(me, null, 0))).code).toBe('rate_limited')
  expect((await problemOf(expectSubmission(me, 'new', 0))).code).toBe('rate_limited')
  await expectSubmission(me, 'mine', 0)
  await expectSubmission(another, null, 0)
})

test('nothing is decoded, stored or sent for a client that has disconnected', async () => {
  const file = await makeImage()
  const gone = AbortSignal.abort()
  await expect(images.add(file, another, { gone })).rejects.toBe(gone.reason)
  const parts = [...form(), { name: 'sourceImage', file, bytes: 1_000 }]
  await expect(create(parts, null, another, { gone })).rejects.toBe(gone.reason)
  expect(studio.ledger().creates).toEqual([])
  expect((await studio.files()).filter((name) => !name.includes('posters'))).toEqual([])
})
