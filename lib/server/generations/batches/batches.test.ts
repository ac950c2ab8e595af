import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { queue } from '@/lib/server/db'
import {
  batchResults,
  batchVideos,
  checkBatch,
  createBatch,
  dropQueued,
  listBatches,
  parseBatchForm,
  parseBatchJson,
  readBatch,
  remove,
  retryBatch,
  tracker,
  updateBatch,
} from '@/lib/server/generations'
import { readTable } from '@/lib/shared/batches/read-table'
import { startStudio } from '@/testing/generations/fixture'
import { another, makeImage, me, problemOf, upload } from '@/testing/generations/submission'
import { lastOf } from './plan'

const studio = startStudio({ TENSORSLAB_PARALLEL_TASKS: '2' })
const { make, until, fail, heal, ledger } = studio

beforeEach(() => queue.accepted())

const FAST = { ratio: '16:9', resolution: '480p', duration: 5 }
const rowsOf = (...prompts: string[]) => prompts.map((prompt) => ({ prompt, ...FAST }))
const given = (rows: unknown, name = 'Spring') => parseBatchJson({ name, rows })
const queueUp = async (...prompts: string[]) => (await createBatch(given(rowsOf(...prompts)), null, me)).batch
const generationsOf = async (id: string) =>
  (await readBatch(id, me)).items.map(({ generation }) => generation)

async function finish(id: string): Promise<void> {
  for (const generation of await generationsOf(id)) if (generation) await until(generation.id, 'completed')
}

test('each row is made once, in order, and its results name its task and its file', async () => {
  const batch = await queueUp('One.', 'Two.', 'Three, "quoted".', '=HYPERLINK("x")', 'Five.')
  expect(batch).toMatchObject({ name: 'Spring', rows: 5, paused: false, counts: { queued: 5 } })
  expect(ledger().creates).toEqual([])
  await tracker.pollOnce()
  expect(ledger().creates).toHaveLength(2)
  await finish(batch.id)
  expect(ledger()).toMatchObject({ peak: 2 })
  expect(ledger().creates).toHaveLength(5)
  const done = await readBatch(batch.id, me)
  expect(done.counts).toEqual({ completed: 5 })
  expect(done.items.map(({ generation }) => generation?.batch)).toEqual(
    [1, 2, 3, 4, 5].map((row) => ({ id: batch.id, row })),
  )
  const { csv } = await batchResults(batch.id, me)
  const lines = csv.trimEnd().split('\r\n')
  expect(lines[0]).toBe('\ufeffrow,status,taskid,credits,cost,file,prompt,error')
  expect(lines[1]).toBe(`1,completed,${done.items[0]?.generation?.taskid},,,1 One ${fileEnd()},One.,`)
  expect(lines[4]).toContain(`"'=HYPERLINK(""x"")"`)
  const zip = await batchVideos(batch.id, me)
  expect(zip).toMatchObject({ videos: 5, name: 'Spring' })
  expect((await buffer(zip.stream)).includes(`5 Five ${fileEnd()}`)).toBe(true)
  expect((await listBatches(me, null)).items[0]).toMatchObject({ id: batch.id, counts: { completed: 5 } })
})

const fileEnd = () => `16x9 ${new Date().toISOString().slice(0, 10)}.mp4`

test('a batch is its owner’s alone', async () => {
  const { id } = await queueUp('One.')
  expect((await listBatches(another, null)).items).toEqual([])
  for (const call of [
    readBatch(id, another),
    updateBatch(id, { paused: true }, another),
    retryBatch(id, {}, another),
    dropQueued(id, another),
    batchResults(id, another),
    batchVideos(id, another),
  ])
    expect((await problemOf(call)).code).toBe('not_found')
})

test('with one row that is wrong nothing is queued, and every wrong row is named', async () => {
  const rows = [
    ...rowsOf('Fine.'),
    { prompt: ' ', ratio: '5:4' },
    { prompt: 'x', sourceImage: 'gone.jpg', sead: 1 },
  ]
  const before = (await listBatches(me, null)).items
  const refused = await problemOf(createBatch(given(rows), null, me))
  expect(refused).toMatchObject({ code: 'invalid_input', detail: expect.stringContaining('Row 2') })
  expect(refused.details.rows).toEqual([
    {
      row: 2,
      errors: { prompt: [expect.any(String)], ratio: [expect.stringContaining('16:9')] },
      reasons: [expect.objectContaining({ field: 'prompt' }), expect.objectContaining({ field: 'ratio' })],
    },
    {
      row: 3,
      errors: { sead: [expect.any(String)], sourceImage: [expect.stringContaining('gone.jpg')] },
      reasons: [
        { type: 'unknown_field', field: 'sead' },
        { type: 'image_not_given', field: 'sourceImage', name: 'gone.jpg' },
      ],
    },
  ])
  expect((await listBatches(me, null)).items).toEqual(before)
  expect(ledger().creates).toEqual([])
})

test.each([
  [{}, /Send \{/],
  [{ rows: [] }, /no rows/],
  [{ rows: 'x' }, /Send \{/],
  [{ rows: rowsOf('x'), name: 'n'.repeat(121) }, /121/],
  [{ rows: rowsOf(...Array(1_001).fill('x')) }, /at most 1000/],
])('%# is no batch, and the refusal says why', (body, sentence) => {
  expect(() => parseBatchJson(body)).toThrow(sentence)
})

test('a repeated key gives the same batch, and a different one under it is refused', async () => {
  const first = await createBatch(given(rowsOf('One.', 'Two.')), 'batch-key', me)
  const again = await createBatch(given(rowsOf('One.', 'Two.')), 'batch-key', me)
  expect(again).toMatchObject({ replayed: true, batch: { id: first.batch.id } })
  const other = createBatch(given(rowsOf('One.', 'Three.')), 'batch-key', me)
  expect((await problemOf(other)).code).toBe('idempotency_mismatch')
  expect((await listBatches(me, null)).items.filter(({ id }) => id === first.batch.id)).toHaveLength(1)
})

describe('photos', () => {
  test('are named by their id, and sent with their rows', async () => {
    const [teal, red] = [await upload('teal'), await upload('red')]
    const rows = [{ ...rowsOf('Two.')[0], sourceImage: [teal.id, red.id] }, ...rowsOf('None.')]
    const { batch } = await createBatch(given(rows), null, me)
    await finish(batch.id)
    const sent = ledger().tasks.map(({ fields, images }) => [fields.prompt, images.length])
    expect(Object.fromEntries(sent)).toEqual({ 'Two.': 2, 'None.': 0 })
  })

  test('of somebody else are unknown', async () => {
    const theirs = await upload('teal', another)
    const refused = await problemOf(createBatch(given([{ prompt: 'x', sourceImage: [theirs.id] }]), null, me))
    expect(refused.details.rows?.[0]?.reasons).toMatchObject([{ type: 'image_not_given' }])
  })

  test('come as files with a table from a spreadsheet, by name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'promptreel-batch-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const image = join(folder, 'one')
    await copyFile(await makeImage(), image)
    const table = join(folder, 'table')
    await writeFile(table, 'prompt;sourceImage;resolution\r\n"Eins; zwei";Größe.PNG;480p\r\nDrei;;480p\r\n')
    const form = [
      { name: 'name', value: 'Werbung' },
      { name: 'table', file: table, filename: 't.csv', bytes: 1 },
      { name: 'sourceImage', file: image, filename: 'gro\u0308ße.png', bytes: 1 },
    ]
    const { batch } = await createBatch(await parseBatchForm(form), null, me)
    const [first, second] = await generationsOf(batch.id)
    expect(first).toMatchObject({ prompt: 'Eins; zwei', images: [{ width: 400 }] })
    expect(second).toMatchObject({ prompt: 'Drei', images: [] })
  })

  test('that the model cannot take are refused with their row', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'promptreel-batch-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'broken'), 'no image')
    const form = [
      { name: 'rows', value: JSON.stringify([{ prompt: 'x', sourceImage: 'a.jpg' }]) },
      { name: 'sourceImage', file: join(folder, 'broken'), filename: 'a.jpg', bytes: 8 },
    ]
    const refused = await problemOf(createBatch(await parseBatchForm(form), null, me))
    expect(refused.details.rows).toMatchObject([{ row: 1, reasons: [{ type: 'image_type' }] }])
  })
})

test('a dry run checks and queues nothing', async () => {
  const before = (await listBatches(me, null)).items
  expect(await checkBatch(given(rowsOf('One.', 'Two.')), me)).toEqual({
    rows: 2,
    estimate: { credits: null, tokens: 101_278, seconds: 10, price: null },
    readyIn: null,
  })
  expect((await problemOf(checkBatch(given([{ prompt: '' }]), me))).details.rows).toHaveLength(1)
  expect((await listBatches(me, null)).items).toEqual(before)
})

test.each([
  [[60, 60, 60], 0, undefined, 60],
  [[60, 60, 60, 60], 0, 2, 120],
  [[60], 3, 2, 120],
  [[], 0, 2, 0],
])(
  'videos of %j s with %i ahead, %o at once: the last is there in %i s',
  (times, ahead, parallel, seconds) => {
    expect(lastOf(times, ahead, parallel)).toBe(seconds)
  },
)

test('a batch that is held is not sent, lets others pass, and goes on', async () => {
  const { id } = await queueUp('One.', 'Two.')
  expect(await updateBatch(id, { paused: true }, me)).toMatchObject({ paused: true })
  await tracker.pollOnce()
  expect(ledger().creates).toEqual([])
  expect((await generationsOf(id))[0]?.queue).toMatchObject({ paused: 'by_person' })
  expect((await make()).status).toBe('pending')
  await updateBatch(id, { paused: false }, me)
  await finish(id)
  expect(ledger().creates).toHaveLength(3)
  expect((await problemOf(updateBatch(id, { paused: 1 }, me))).code).toBe('invalid_input')
})

test('what failed or was rejected is made again with one press, and nothing else', async () => {
  fail({ on: 'create', fault: 'code-9999' }, { on: 'read', fault: 'task-failed' })
  const { id } = await queueUp('Rejected.', 'Failed.', 'Fine.')
  const [rejected, failed, fine] = await generationsOf(id)
  await until(rejected?.id ?? '', 'rejected')
  await until(failed?.id ?? '', 'failed')
  await until(fine?.id ?? '', 'completed')
  heal()
  expect(await retryBatch(id, { rows: [3] }, me)).toMatchObject({ queued: 0 })
  expect(await retryBatch(id, { rows: [2] }, me)).toMatchObject({
    queued: 1,
    batch: { counts: { queued: 1 } },
  })
  expect(await retryBatch(id, {}, me)).toMatchObject({ queued: 1 })
  expect(await retryBatch(id, {}, me)).toMatchObject({ queued: 0 })
  await finish(id)
  expect((await readBatch(id, me)).counts).toEqual({ completed: 3 })
  expect(
    ledger()
      .tasks.map(({ fields }) => fields.prompt)
      .toSorted(),
  ).toEqual(['Failed.', 'Failed.', 'Fine.', 'Rejected.'])
  expect((await problemOf(retryBatch(id, { rows: 'all' }, me))).code).toBe('invalid_input')
})

test('an outcome that is unknown is not tried again: it may have been paid for', async () => {
  fail({ on: 'create', fault: 'drop-after-accepting' })
  const { id } = await queueUp('Lost.')
  const [lost] = await generationsOf(id)
  await until(lost?.id ?? '', 'unknown')
  expect(await retryBatch(id, {}, me)).toMatchObject({ queued: 0 })
  expect(ledger().creates).toHaveLength(1)
})

test('what is still queued is dropped: nothing of it is sent', async () => {
  const { id } = await queueUp('One.', 'Two.', 'Three.', 'Four.')
  await tracker.pollOnce()
  expect(await dropQueued(id, me)).toMatchObject({ dropped: 2, batch: { counts: { pending: 2 } } })
  await finish(id)
  expect(ledger().creates).toHaveLength(2)
  expect((await readBatch(id, me)).items.map(({ generation }) => generation?.prompt)).toEqual([
    'One.',
    'Two.',
    undefined,
    undefined,
  ])
})

test('a row whose video was deleted says so, in the results as well', async () => {
  const { id } = await queueUp('One.', 'Two.')
  await finish(id)
  const [first] = await generationsOf(id)
  await remove(first?.id ?? '', me)
  expect((await readBatch(id, me)).counts).toEqual({ completed: 1 })
  expect((await batchResults(id, me)).csv.split('\r\n')[1]).toBe('1,deleted,,,,,,')
})

test('a table of 500 rows is queued whole', async () => {
  const table = `prompt,ratio,resolution\n${Array.from({ length: 500 }, (_, n) => `"Film ${n}, at dusk.",16:09,480p\n`).join('')}`
  const read = readTable(table)
  if (!('rows' in read)) throw new Error('the table was not read')
  const rows = read.rows.map(({ fields }) => fields)
  const { batch } = await createBatch(given(rows), null, me)
  expect(batch.counts).toEqual({ queued: 500 })
  const generations = await generationsOf(batch.id)
  expect(generations.map((one) => one?.queue?.position)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1))
  expect(await dropQueued(batch.id, me)).toMatchObject({ dropped: 500, batch: { counts: {} } })
})
