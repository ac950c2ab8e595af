import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { dueWork } from '@/lib/server/db'
import { create, images, read, remove, videos } from '@/lib/server/generations'
import { sweep } from '@/lib/server/generations/files/sweep'
import { deletePending } from '@/lib/server/generations/follow/delete-pending'
import { startStudio } from '@/testing/generations/fixture'
import { another, form, makeImage, me, problemOf, upload } from '@/testing/generations/submission'

const studio = startStudio()
const { make, until, pass, fail } = studio
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const deletedAtProvider = () => studio.ledger().tasks.map(({ deletedAt }) => deletedAt !== null)

/** Advances the clock by a minute and retries pending deletions. */
async function aMinuteLater(): Promise<void> {
  pass(MINUTE + 1_000)
  await deletePending()
}

describe('deleting a generation', () => {
  test('removes its record, its files, and its task at the provider', async () => {
    const image = await upload('red')
    const { id } = (await create(form({ return_last_frame: '1' }, image.id), null, me)).generation
    await until(id, 'completed')
    await videos.keepPoster(id, await makeImage(), me)
    expect(await studio.files()).toEqual([
      `files/images/${image.id}`,
      `files/last-frames/${id}`,
      `files/posters/${id}`,
      `files/thumbnails/${image.id}`,
      `files/videos/${id}`,
    ])
    await remove(id, me)
    const photo = [`files/images/${image.id}`, `files/thumbnails/${image.id}`]
    expect(await studio.files()).toEqual(photo)
    expect((await problemOf(read(id, me))).code).toBe('not_found')
    await deletePending()
    expect(deletedAtProvider()).toEqual([true])
  })

  test('keeps images that another generation uses', async () => {
    const shared = await upload('blue')
    const one = (await create(form({}, shared.id), null, me)).generation
    await create(form({}, shared.id), null, me)
    await remove(one.id, me)
    pass(50 * HOUR)
    await sweep()
    expect((await images.read(shared.id, me)).bytes).toBeGreaterThan(0)
    expect((await images.readThumbnail(shared.id, me)).bytes).toBeGreaterThan(0)
  })

  test('keeps its images for a day, in which others can be made of them, and no longer', async () => {
    const image = await upload('blue')
    pass(50 * HOUR) // uploaded long ago
    const one = (await create(form({}, image.id), null, me)).generation
    await remove(one.id, me)
    pass(23 * HOUR)
    await sweep()
    const next = (await create(form({}, image.id), null, me)).generation
    expect(next.images).toMatchObject([{ id: image.id }])
    await remove(next.id, me)
    pass(23 * HOUR)
    await sweep()
    expect((await images.read(image.id, me)).bytes).toBeGreaterThan(0)
    pass(2 * HOUR)
    await sweep()
    expect((await problemOf(images.read(image.id, me))).code).toBe('not_found')
    expect(await studio.files()).toEqual([])
    const refused = await problemOf(create(form({}, image.id), null, me))
    expect(refused.details.reasons).toMatchObject([{ type: 'unknown_image', image: 1, id: image.id }])
  })

  test('is not possible for another person', async () => {
    const { id } = await make()
    expect((await problemOf(remove(id, another))).code).toBe('not_found')
    expect((await read(id, me)).status).toBe('pending')
    await remove(id, me)
    expect((await problemOf(remove(id, me))).code).toBe('not_found')
  })

  test('while another is created from the same photo keeps the photo', async () => {
    for (let n = 0; n < 10; n++) {
      const image = await upload('red')
      const { id } = (await create(form({}, image.id), null, me)).generation
      pass(1_000)
      const [, made] = await Promise.all([remove(id, me), create(form({}, image.id), null, me)])
      expect(made.generation.images).toMatchObject([{ id: image.id }])
      expect((await images.read(image.id, me)).bytes).toBeGreaterThan(0)
    }
  })

  test('while its poster arrives leaves no poster behind', async () => {
    for (let n = 0; n < 10; n++) {
      const { id } = await make()
      await until(id, 'completed')
      const keeping = videos.keepPoster(id, await makeImage(), me).catch(({ code }) => code)
      await Promise.all([keeping, remove(id, me)])
      expect((await studio.files()).filter((file) => !/images|thumbnails/.test(file))).toEqual([])
    }
  })
})

describe('deleting a task at the provider', () => {
  test('is retried every minute until it succeeds', async () => {
    const { id } = await make()
    await remove(id, me)
    fail({ on: 'delete', fault: 'refused', times: 2 })
    await deletePending()
    await deletePending()
    expect(deletedAtProvider()).toEqual([false])
    await aMinuteLater()
    expect(deletedAtProvider()).toEqual([false])
    await aMinuteLater()
    expect(deletedAtProvider()).toEqual([true])
    expect(await dueWork.claimDeletions(10, 0)).toEqual([])
  })

  test.each([
    { status: 200, body: '<form>Sign in to the network</form>' },
    { status: 404, body: '' },
    { status: 200, type: 'application/json', body: '{"code":0,"msg":"ok"}' },
    { status: 200, type: 'application/json', body: '{"code":9999,"msg":"Delete failed"}' },
  ])('stays pending when something other than the provider answered: %o', async (reply) => {
    const { id } = await make()
    await remove(id, me)
    fail({ on: 'delete', fault: 'foreign', ...reply })
    await deletePending()
    pass(MINUTE + 1_000)
    expect(await dueWork.claimDeletions(10, 0)).toHaveLength(1)
  })

  test('stays pending when the answer was lost', async () => {
    const { id } = await make()
    await remove(id, me)
    fail({ on: 'delete', fault: 'drop' }, { on: 'delete', fault: 'http-error', status: 500 })
    await deletePending()
    pass(MINUTE + 1_000)
    expect(await dueWork.claimDeletions(10, 0)).toHaveLength(1)
  })

  test('is given up after a day of retries', async () => {
    const { id } = await make()
    await remove(id, me)
    fail({ on: 'delete', fault: 'refused', times: 'always' })
    await deletePending()
    pass(30 * 24 * HOUR) // downtime or a clock change: still a full day of retries
    await deletePending()
    pass(MINUTE + 1_000)
    expect(await dueWork.claimDeletions(10, 0)).toHaveLength(1)
    for (let hour = 0; hour < 25; hour++) {
      pass(HOUR + MINUTE)
      await deletePending()
    }
    studio.heal()
    await aMinuteLater()
    expect(deletedAtProvider()).toEqual([false])
    expect(await dueWork.claimDeletions(10, 0)).toEqual([])
  })
})

describe('the sweep', () => {
  /** Leaves a file last modified `hours` ago. */
  async function leave(path: string, hours: number): Promise<string> {
    const file = `${studio.folder()}/${path}`
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, 'left')
    const touched = new Date(Date.now() - hours * HOUR)
    await utimes(file, touched, touched)
    if (path.startsWith('tmp/')) await utimes(dirname(file), touched, touched)
    return path
  }

  test('removes unreferenced files older than a day, and nothing else', async () => {
    const used = await upload('red')
    const forgotten = await upload('blue')
    const { id } = (await create(form({ return_last_frame: '1' }, used.id), null, me)).generation
    await until(id, 'completed')
    await videos.keepPoster(id, await makeImage(), me)
    pass(25 * HOUR)
    const unused = await upload('gold')
    const [old, young] = [30, 23]
    const kinds = ['videos', 'last-frames', 'posters', 'images', 'thumbnails'] as const
    const kept = [
      ...[used.id, unused.id].flatMap((image) => [`files/images/${image}`, `files/thumbnails/${image}`]),
      ...['videos', 'last-frames', 'posters'].map((kind) => `files/${kind}/${id}`),
    ]
    for (const kind of kinds) kept.push(await leave(`files/${kind}/${ulid()}`, young))
    kept.push(await leave('tmp/promptreel-Young1/body', young))
    for (const kind of kinds) await leave(`files/${kind}/${ulid()}`, old)
    for (const name of ['promptreel-Older1', 'in-Older1']) await leave(`tmp/${name}/body`, old)
    await leave(`files/videos/${ulid()}.part0a1b2c3d`, old) // a copy that a crash cut short
    await sweep()
    expect(await studio.files()).toEqual(kept.toSorted())
    expect((await problemOf(images.read(forgotten.id, me))).code).toBe('not_found')
  })
  test('deletes nothing that is not ours, wherever the folders lead', async () => {
    const foreign = [
      await leave('files/videos/holiday.mp4', 30),
      await leave('files/videos/2024-05-01', 30),
      await leave('files/posters/in-Older1/cover', 30),
    ]
    await sweep()
    expect(await studio.files()).toEqual(expect.arrayContaining(foreign))
    await Promise.all(['files', 'tmp'].map((name) => rm(`${studio.folder()}/${name}`, { recursive: true })))
  })

  test.each([
    ['tmp', 'files'],
    ['files', 'tmp'],
    ['tmp', '.'],
    ['tmp', 'files/videos'],
  ])('keeps every video where %s is a link to %s', async (link, target) => {
    const image = await upload('red')
    const { id } = (await create(form({}, image.id), null, me)).generation
    await until(id, 'completed')
    const [from, to] = [`${studio.folder()}/${link}`, `${studio.folder()}/${target}`]
    if (link === 'files') {
      await rm(to, { recursive: true, force: true })
      await rename(from, to)
    } else await rm(from, { recursive: true, force: true })
    await symlink(to, from)
    try {
      pass(50 * HOUR)
      await leave(`${link}/in-Older1/body`, 90)
      for (const folder of ['', '/videos', '/images', '/thumbnails']) {
        const longAgo = new Date(Date.now() - 90 * HOUR)
        await utimes(`${studio.folder()}/files${folder}`, longAgo, longAgo)
      }
      await leave(`${link}/in-Older1/body`, 90)
      await sweep()
      expect((await videos.readVideo(id, me)).bytes).toBeGreaterThan(0)
      expect((await images.read(image.id, me)).bytes).toBeGreaterThan(0)
      const next = (await create(form({}, image.id), null, me)).generation
      expect(await until(next.id, 'completed')).toMatchObject({ video: { bytes: expect.any(Number) } })
    } finally {
      await rm(from)
      if (link === 'files') await rename(to, from)
    }
  })
})
