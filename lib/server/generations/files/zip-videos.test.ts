import { rm, truncate } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { records } from '@/lib/server/db'
import { read, update, videos, zipVideos } from '@/lib/server/generations'
import { ZIP_MAX } from '@/lib/shared/zip'
import { bytesOf, startStudio } from '@/testing/generations/fixture'
import { another, me, problemOf } from '@/testing/generations/submission'
import { unzip } from '@/testing/zip'

const studio = startStudio()
const completed = async (prompt: string) => studio.until((await studio.make({ prompt })).id, 'completed')
const filesOf = async (ids: string[], user = me) => {
  const zip = await zipVideos(ids, user)
  const archive = await buffer(zip.stream)
  return unzip(archive)
}
const fileOf = (id: string) => `${studio.folder()}/files/videos/${id}`

test('an archive holds the videos in the order asked for, with names for people, each its own', async () => {
  const made = [
    await completed('A koala waves.'),
    await completed('一只考拉'),
    await completed('a KOALA waves'),
  ]
  const ids = made.map(({ id }) => id)
  const files = await filesOf([...ids, ids[0] ?? ''])
  const date = made[0]?.createdAt.slice(0, 10)
  expect(files.map(({ name }) => name)).toEqual([
    `A koala waves 16x9 ${date}.mp4`,
    `一只考拉 16x9 ${date}.mp4`,
    `a KOALA waves 16x9 ${date} (2).mp4`,
  ])
  for (const [at, id] of ids.entries())
    expect(files[at]?.content.equals(await bytesOf(await videos.readVideo(id, me)))).toBe(true)
})

test('an archive that couldn’t include everything says what is missing, and why', async () => {
  const [whole, lost, short] = [
    await completed('Whole.'),
    await completed('Lost.'),
    await completed('Short.'),
  ]
  const unfinished = await studio.make({ prompt: 'Unfinished.' })
  await rm(fileOf(lost.id))
  await truncate(fileOf(short.id), 10)
  const [note, video, ...others] = await filesOf([unfinished.id, whole.id, lost.id, short.id])
  expect(video?.name).toContain('Whole')
  expect(others).toEqual([])
  expect(note?.name).toBe('not included 未包含.txt')
  const paragraphs = note?.content.toString().split('\n\n') ?? []
  expect(paragraphs[1]).toMatch(new RegExp(`^${unfinished.id} .*Unfinished[^]*no video yet`))
  expect(paragraphs[2]).toMatch(new RegExp(`^${lost.id} .*Lost[^]*missing or incomplete`))
  expect(paragraphs[3]).toMatch(new RegExp(`^${short.id} .*Short[^]*missing or incomplete`))
})

test('an archive of nothing is refused', async () => {
  const unfinished = await studio.make()
  expect((await problemOf(zipVideos([unfinished.id], me))).code).toBe('not_found')
  expect((await problemOf(zipVideos([], me))).details.reasons).toEqual([{ type: 'required', field: 'id' }])
})

test('what somebody else hasn’t shared can’t be had in an archive either', async () => {
  const [mine, second] = [await completed('Mine.'), await completed('Second.')]
  expect((await problemOf(zipVideos([mine.id], another))).code).toBe('not_found')
  await update(mine.id, { shared: true }, me)
  expect(await filesOf([mine.id], another)).toHaveLength(1)
  expect((await problemOf(zipVideos([mine.id, second.id], another))).code).toBe('not_found')
  expect((await problemOf(zipVideos([mine.id, 'nothing'], me))).code).toBe('not_found')
  expect(await records.find(mine.id, me.id)).toBeDefined()
})

test('more videos than fit in an address are refused with the limit', async () => {
  const ids = Array.from({ length: ZIP_MAX + 1 }, (_, n) => `${n}`)
  const problem = await problemOf(zipVideos(ids, me))
  expect(problem.details.reasons).toEqual([
    { type: 'too_many_ids', field: 'id', limit: ZIP_MAX, count: ZIP_MAX + 1 },
  ])
})

test('a video that is deleted while it is being sent cuts the archive off', async () => {
  const made = [await completed('First.'), await completed('Second.')]
  const zip = await zipVideos(
    made.map(({ id }) => id),
    me,
  )
  await rm(fileOf(made[1]?.id ?? ''))
  await expect(buffer(zip.stream)).rejects.toThrow('ENOENT')
  expect((await read(made[0]?.id ?? '', me)).status).toBe('completed')
})
