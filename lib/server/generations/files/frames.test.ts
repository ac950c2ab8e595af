import { stat, truncate, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { create, images, list } from '@/lib/server/generations'
import { inTurn } from '@/lib/server/images/turns'
import { bytesOf, sha256, startStudio } from '@/testing/generations/fixture'
import { form, me, problemOf } from '@/testing/generations/submission'
import { openDesk } from '@/testing/images/samples'

const studio = startStudio()

/** A single-colour photo in a temporary file, deleted after the test. */
async function photoOf(width: number, height: number): Promise<string> {
  const desk = await openDesk()
  onTestFinished(desk.close)
  return desk.put(sharp({ create: { width, height, channels: 3, background: 'teal' } }).jpeg())
}

const upload = async (width: number, height: number) => images.add(await photoOf(width, height), me)

async function filePart(width: number, height: number) {
  const file = await photoOf(width, height)
  return { name: 'sourceImage', file, bytes: (await stat(file)).size }
}

const sent = () => studio.ledger().tasks.at(-1)?.images ?? []
const shown = async (id: string) => bytesOf(await images.read(id, me))

describe('a photo larger than the model accepts', () => {
  test('is stored and shown in full size, and sent scaled down', async () => {
    const [large, usual] = [await upload(6_400, 3_000), await upload(400, 400)]
    expect(large).toMatchObject({ width: 6_400, height: 3_000 })
    const { generation } = await create(form({}, usual.id, large.id), null, me)
    // The sandbox refuses sides of 6,000 px or more.
    expect(generation).toMatchObject({ status: 'pending', images: [{ id: usual.id }, { width: 6_400 }] })
    const [first, last] = sent()
    expect(first?.sha256).toBe(sha256(await shown(usual.id)))
    expect(last?.sha256).not.toBe(sha256(await shown(large.id)))
    expect(last).toMatchObject({ name: 'image-2.jpeg', type: 'image/jpeg' })
    expect((await images.read(large.id, me)).bytes).toBe(large.bytes)
    expect((await studio.files()).filter((path) => path.startsWith('tmp/'))).toEqual([])
  })

  test('is scaled to the same bytes each time, and replays under its key', async () => {
    const { id } = await upload(6_400, 3_000)
    const { generation } = await create(form({}, id), 'large', me)
    const [once] = sent()
    expect(await create(form({}, id), 'large', me)).toMatchObject({
      replayed: true,
      generation: { id: generation.id },
    })
    await create(form({}, id), null, me)
    expect(sent()).toEqual([once])
    expect(studio.ledger().creates).toHaveLength(2)
  })

  test('is also accepted as a file in the request', async () => {
    const { generation } = await create([...form(), await filePart(3_000, 6_400)], null, me)
    expect(generation.images).toMatchObject([{ width: 3_000, height: 6_400 }])
    expect(sent()).toHaveLength(1)
  })
})

describe('a photo that can’t be scaled to the model’s bounds', () => {
  const small = { type: 'image_too_small', image: 1, width: 300, height: 400, min: 301 }
  const wide = { type: 'image_ratio', image: 1, width: 2_500, height: 1_000, min: 0.41, max: 2.49 }

  test.each([
    [300, 400, small],
    [2_500, 1_000, wide],
  ])(
    'can be uploaded, but is refused before anything is stored or sent: %i × %i',
    async (width, height, reason) => {
      const { id } = await upload(width, height)
      const problem = await problemOf(create(form({}, id), null, me))
      expect(problem).toMatchObject({ code: 'invalid_input', details: { reasons: [reason] } })
      expect((await list(me, {})).items).toEqual([])
      expect(studio.ledger().creates).toEqual([])
    },
  )

  test('is not stored when it comes with the request', async () => {
    const before = await studio.files()
    const problem = await problemOf(create([...form(), await filePart(300, 400)], null, me))
    expect(problem).toMatchObject({ code: 'invalid_input', details: { reasons: [small] } })
    expect(await studio.files()).toEqual(before)
    expect((await list(me, {})).items).toEqual([])
  })
})

describe('photos that can’t be prepared', () => {
  test.each<[string, (file: string) => Promise<void>]>([
    ['whose file is cut short', (file) => truncate(file, 500)],
    ['whose file is something else', (file) => writeFile(file, 'no picture')],
  ])(
    '%s reject the submission with nothing sent, rather than leave it as possibly paid',
    async (_, spoil) => {
      const { id } = await upload(6_400, 3_000)
      await spoil(`${studio.folder()}/files/images/${id}`)
      const problem = await problemOf(create(form({}, id), null, me))
      expect(problem).toMatchObject({ code: 'internal', detail: expect.stringContaining('nothing was sent') })
      expect((await list(me, {})).items).toMatchObject([{ status: 'rejected', taskid: null }])
      expect(studio.ledger().creates).toEqual([])
      expect((await studio.files()).filter((path) => path.startsWith('tmp/'))).toEqual([])
    },
  )

  test('because the queue is full are sent when the same request comes again', async () => {
    const { id } = await upload(6_400, 3_000)
    let release = () => {}
    const busy = inTurn(
      true,
      { person: 'another' },
      () => new Promise<void>((resolve) => (release = resolve)),
    )
    const line = Array.from({ length: 64 }, () => inTurn(false, { person: me.id }, async () => {}))
    const problem = await problemOf(create(form({}, id), 'patient', me))
    expect(problem.code).toBe('rate_limited')
    expect(studio.ledger().creates).toEqual([])
    release()
    await Promise.all([busy, ...line])
    const { generation, replayed } = await create(form({}, id), 'patient', me)
    expect([generation.id, generation.status, replayed]).toEqual([
      problem.details.generation,
      'pending',
      false,
    ])
    expect(studio.ledger().creates).toHaveLength(1)
  })
})
