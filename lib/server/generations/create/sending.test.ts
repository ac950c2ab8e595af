import { readFile, stat, truncate } from 'node:fs/promises'
import { describe, expect, test, vi } from 'vitest'
import { dueWork } from '@/lib/server/db'
import { create, images, list, read, remove, tracker, update } from '@/lib/server/generations'
import { bytesOf, sha256, startStudio, TIMEOUT_MS } from '@/testing/generations/fixture'
import { another, form, makeImage, me, problemOf, upload } from '@/testing/generations/submission'

const studio = startStudio()
const { make, until, pass, fail } = studio
const DAY = 86_400_000

/** The newest generation. */
async function newest() {
  const [generation] = (await list(me, { limit: '1' })).items
  if (!generation) throw new Error('there is no generation')
  return generation
}

describe('a submission', () => {
  test('is sent with its frames in order, byte for byte as they are shown', async () => {
    const [first, last] = [await upload('red'), await upload('blue')]
    const { generation } = await create(form({}, first.id, last.id), null, me)
    expect(generation.images.map(({ id }) => id)).toEqual([first.id, last.id])
    const shown = [await images.read(first.id, me), await images.read(last.id, me)]
    expect(studio.ledger().tasks[0]?.images.map((image) => image.sha256)).toEqual(
      (await Promise.all(shown.map(bytesOf))).map(sha256),
    )
  })

  test('is sent once however often its key is repeated, at once or later', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(form(), 'once', me)))
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(new Set(answers.map(({ generation }) => generation.id)).size).toBe(1)
    const again = await create(form(), 'once', me)
    expect(again).toMatchObject({ replayed: true, generation: { status: 'pending' } })
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('binds its key to one request, comparing images by content', async () => {
    const [one, same, other] = [await upload('green'), await upload('green'), await upload('gold')]
    await create(form({}, one.id), 'named', me)
    expect((await create(form({}, same.id), 'named', me)).replayed).toBe(true)
    for (const parts of [form({}, other.id), form(), form({ seed: '1' }, one.id)]) {
      expect((await problemOf(create(parts, 'named', me))).code).toBe('idempotency_mismatch')
    }
    expect((await create(form(), 'named', another)).replayed).toBe(false)
    expect(studio.ledger().creates).toHaveLength(2)
  })

  test('is refused when a frame belongs to another person', async () => {
    const image = await upload('pink', another)
    expect((await problemOf(create(form({}, image.id), null, me))).details.errors).toHaveProperty(
      'sourceImage',
    )
    expect(studio.ledger().creates).toEqual([])
  })

  test('is refused when a frame is only shared: a shared image can be seen, until it is unshared', async () => {
    const image = await upload('pink', another)
    const { generation } = await create(form({}, image.id), null, another)
    await update(generation.id, { shared: true }, another)
    expect((await images.read(image.id, me)).bytes).toBeGreaterThan(0)
    expect((await problemOf(create(form({}, image.id), null, me))).details.reasons).toEqual([
      { type: 'unknown_image', field: 'sourceImage', image: 1, id: image.id },
    ])
    expect(studio.ledger().creates).toHaveLength(1)
    await update(generation.id, { shared: false }, another)
    for (const readImage of [images.read, images.readThumbnail]) {
      expect((await problemOf(readImage(image.id, me))).code).toBe('not_found')
    }
  })

  test('with two bad frames reports the first, even when the second fails sooner', async () => {
    const cut = await makeImage()
    const { size } = await stat(cut)
    await truncate(cut, size >> 1)
    const broken = { name: 'sourceImage', file: cut, bytes: size >> 1 }
    const problem = await problemOf(create([...form(), broken, ...form({}, 'nothing').slice(-1)], null, me))
    expect(JSON.stringify(problem.details.errors)).toContain('First frame')
    expect(studio.ledger().creates).toEqual([])
  })
})

test.each([
  ['whose prompt shows nothing', form({ prompt: '\u200b\u3164\ue000' }), 'prompt'],
  ['whose prompt is half a character', form({ prompt: 'A koala \ud83d' }), 'prompt'],
  ['with an empty id, as of an upload that failed', form({}, ''), 'sourceImage'],
])('a submission %s is refused, and nothing is sent', async (_, parts, field) => {
  const problem = await problemOf(create(parts, null, me))
  expect(problem).toMatchObject({
    code: 'invalid_input',
    details: { errors: { [field]: [expect.any(String)] } },
  })
  expect(studio.ledger().creates).toEqual([])
})

test('an empty file is refused, and a file field in which none was chosen is not', async () => {
  const file = await makeImage()
  await truncate(file, 0)
  const image = { name: 'sourceImage', file, bytes: 0 }
  const problem = await problemOf(create([...form(), { ...image, filename: 'photo.jpg' }], null, me))
  expect(problem.code).toBe('unsupported_media')
  expect(studio.ledger().creates).toEqual([])
  const { generation } = await create([...form(), { ...image, filename: '' }], null, me)
  expect(generation.images).toEqual([])
})

describe('a refusal by the provider', () => {
  test.each([
    [{ on: 'create', fault: 'code-9000' }, 'out_of_credits'],
    [{ on: 'create', fault: 'code-9999', msg: 'may contain real person' }, 'provider_refused'],
    [{ on: 'create', fault: 'too-many-requests' }, 'provider_busy'],
  ] as const)('is stored, reported and never retried where it may not wait: %o', async (fault, code) => {
    fail(fault)
    const problem = await problemOf(create(form(), null, me, { mayWait: false }))
    expect(problem).toMatchObject({ code, details: { generation: (await newest()).id } })
    expect(await newest()).toMatchObject({
      status: 'rejected',
      taskid: null,
      failure: { code, message: problem.detail },
    })
    pass(DAY)
    await tracker.pollOnce()
    expect(studio.ledger()).toMatchObject({ creates: [{}], polls: [] })
  })
})

describe('a lost answer', () => {
  const lose = async () => {
    fail({ on: 'create', fault: 'drop-after-accepting' })
    const { details } = await problemOf(make())
    return { id: details.generation ?? '', taskid: studio.ledger().tasks.at(-1)?.taskid ?? '' }
  }

  test('is reported as unclear, and the submission is never sent again automatically', async () => {
    const { id } = await lose()
    const { stop } = await tracker.start()
    for (let days = 0; days < 5; days++) {
      pass(DAY)
      await dueWork.spreadOverdue(0)
    }
    await stop()
    expect(await read(id, me)).toMatchObject({ status: 'unknown', failure: { code: 'provider_unclear' } })
    expect(studio.ledger()).toMatchObject({ creates: [{}], polls: [] })
  })
})

describe('a sender that stops responding while sending', () => {
  /** A submission being sent, whose answer arrives when the test calls `answered`. */
  async function sending() {
    fail({ on: 'create', fault: 'slow', ms: 600_000 })
    const sent = make()
    await vi.waitUntil(() => studio.ledger().tasks.length === 1, { interval: 5, timeout: TIMEOUT_MS })
    const { id, status } = await newest()
    expect(status).toBe('submitting')
    const answered = () => {
      studio.heal()
      return sent
    }
    return { id, answered, taskid: studio.ledger().tasks[0]?.taskid ?? '' }
  }

  test('leaves an unknown generation as soon as the server restarts', async () => {
    const { id, answered } = await sending()
    const { stop } = await tracker.start()
    expect(await read(id, me)).toMatchObject({ status: 'unknown', failure: { code: 'provider_unclear' } })
    await stop()
    await answered()
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('keeps its generation while its lease is valid', async () => {
    const { id, answered } = await sending()
    await tracker.pollOnce()
    expect((await read(id, me)).status).toBe('submitting')
    await answered()
  })

  test('and was not dead returns with its taskid, and the task is followed', async () => {
    const { id, answered, taskid } = await sending()
    await dueWork.forgetLeases()
    await tracker.pollOnce()
    expect((await read(id, me)).status).toBe('unknown')
    expect(await answered()).toMatchObject({ id, taskid, status: 'pending', failure: null })
    await until(id, 'completed')
  })

  test('and returns after a person has entered its taskid changes nothing', async () => {
    const { id, answered, taskid } = await sending()
    await dueWork.forgetLeases()
    await tracker.pollOnce()
    await update(id, { taskid }, me)
    expect(await answered()).toMatchObject({ id, taskid, status: 'pending', failure: null })
  })

  test('prevents its generation from being deleted meanwhile', async () => {
    const { id, answered } = await sending()
    expect((await problemOf(remove(id, me))).code).toBe('invalid_input')
    await answered()
    await remove(id, me)
  })
})

test('the API key appears in no file and no database of ours', async () => {
  fail({ on: 'create', fault: 'code-9999', msg: 'bad key sk-canary-0123456789' })
  await problemOf(make())
  await until((await make()).id, 'completed')
  const kept = ['promptreel.db', 'promptreel.db-wal', ...(await studio.files())]
  for (const path of kept) {
    expect((await readFile(`${studio.folder()}/${path}`)).includes('sk-canary'), path).toBe(false)
  }
})
