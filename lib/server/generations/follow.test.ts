import { describe, expect, test } from 'vitest'
import { FAULTS, type FaultOrder } from '@/lib/sandbox'
import { films, read, tracker } from '.'
import { bytesOf, startStudio } from './fixture'
import { me } from './fixture-wish'

const studio = startStudio()
const { make, until, pass, fail } = studio
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A look at everything that is due. */
async function lookAfter(ms: number): Promise<void> {
  pass(ms)
  await tracker.glance()
}

test('a wish becomes a film that is safely here, byte for byte', async () => {
  const made = await make({ prompt: '一只考拉。', duration: '10' })
  expect(made).toMatchObject({ status: 'pending', video: null, completedAt: null })
  const seen = new Set<string>()
  for (const status of ['pending', 'processing', 'uploading', 'completed'] as const) {
    seen.add((await until(made.id, status)).status)
  }
  expect([...seen]).toEqual(['pending', 'processing', 'uploading', 'completed'])

  const [film = Buffer.of()] = await studio.results(made.taskid)
  const video = await films.readVideo(made.id, me)
  expect((await bytesOf(video)).equals(film)).toBe(true)
  expect(await read(made.id, me)).toMatchObject({
    taskid: studio.ledger().tasks[0]?.taskid,
    video: { type: 'video/mp4', bytes: film.length, width: 864, height: 496 },
    lastFrame: null,
    failure: null,
    completedAt: expect.any(String),
  })
  expect(video.name).toMatch(/^一只考拉 16x9 \d{4}-\d\d-\d\d\.mp4$/)
  expect(await studio.files()).toEqual([`files/videos/${made.id}`])
})

test('what has ended is not looked at again', async () => {
  const { id } = await make()
  await until(id, 'completed')
  const { looks } = studio.ledger()
  await lookAfter(HOUR)
  await lookAfter(100 * HOUR)
  expect(studio.ledger().looks).toEqual(looks)
})

describe('failing to look is not failing', () => {
  const faults: Extract<FaultOrder, { on: 'read' }>[] = [
    { on: 'read', fault: 'drop', times: 3 },
    { on: 'read', fault: 'hang' },
    { on: 'read', fault: 'http-error', status: 500 },
    { on: 'read', fault: 'http-error', status: 503, times: 3 },
    { on: 'read', fault: 'html', status: 200 },
    { on: 'read', fault: 'html', status: 502 },
    { on: 'read', fault: 'cut-json' },
    { on: 'read', fault: 'short-body' },
    { on: 'read', fault: 'unauthorized' },
    { on: 'read', fault: 'too-many-requests', retryAfter: '1' },
    { on: 'read', fault: 'slow', ms: 50 },
    { on: 'read', fault: 'not-found', times: 3 },
    { on: 'read', fault: 'unknown-status', status: 7 },
    { on: 'read', fault: 'unknown-status', status: -1, times: 3 },
    { on: 'read', fault: 'skip-statuses', statuses: [1, 2] },
    { on: 'read', fault: 'skip-statuses', statuses: [1, 2, 5] },
    { on: 'read', fault: 'no-url', url: 'null', times: 20 },
  ]
  test.each(faults)('%o', { timeout: 60_000 }, async (fault) => {
    const { id, taskid } = await make()
    fail({ ...fault, taskid: taskid ?? '' })
    await lookAfter(1_000)
    expect(studio.ledger().looks.at(-1)).toMatchObject({ taskid, fault: fault.fault })
    expect((await read(id, me)).failure).toBeNull()
    await until(id, 'completed')
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('this is every fault that a look can have, but for a task that failed', () => {
    const covered = new Set(faults.map(({ fault }) => fault))
    expect(FAULTS.read.filter((name) => !covered.has(name))).toEqual(['task-failed'])
  })
})

describe('what ends a task', () => {
  function makeLong(fields: Record<string, string> = {}) {
    studio.set({ processingMs: 7 * 24 * HOUR })
    return make(fields)
  }

  test('the provider says that it failed: its reason is told', async () => {
    const { id, taskid } = await makeLong()
    fail({
      on: 'read',
      fault: 'task-failed',
      message: 'OutputVideoSensitiveContentDetected',
      taskid: taskid ?? '',
    })
    pass(8 * 24 * HOUR)
    const { failure, video } = await until(id, 'failed')
    expect(failure).toEqual({ code: 'generation_failed', message: 'OutputVideoSensitiveContentDetected' })
    expect(video).toBeNull()
  })

  test('the provider does not know it, confirmed over five minutes', async () => {
    const { id, taskid } = await makeLong()
    fail({ on: 'read', fault: 'not-found', times: 'always', taskid: taskid ?? '' })
    await lookAfter(MINUTE)
    await lookAfter(2 * MINUTE)
    await lookAfter(2 * MINUTE)
    expect((await read(id, me)).status).toBe('pending')
    await lookAfter(MINUTE)
    expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_gone' } })
  })

  test('but not when it was seen in between', async () => {
    const { id, taskid } = await makeLong()
    const notFound = { on: 'read', fault: 'not-found', taskid: taskid ?? '' } as const
    fail(notFound)
    await lookAfter(MINUTE)
    await lookAfter(4 * MINUTE)
    fail(notFound)
    await lookAfter(4 * MINUTE)
    expect(studio.ledger().looks.map(({ fault }) => fault)).toEqual(['not-found', null, 'not-found'])
    expect((await read(id, me)).status).toBe('processing')
  })

  test.each([
    ['its own', { execution_expires_after: '3600' }, 1],
    ['the model’s', {}, 48],
  ])('its time is up: %s, and an hour more', async (_, fields: Record<string, string>, hours) => {
    const { id } = await makeLong(fields)
    await lookAfter((hours + 1) * HOUR - MINUTE)
    expect((await read(id, me)).status).toBe('processing')
    await lookAfter(2 * MINUTE)
    expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_expired' } })
  })

  test('not that its time is up while nobody could look: the film may be there', async () => {
    const { id } = await make()
    fail({ on: 'read', fault: 'drop', times: 3 })
    await lookAfter(60 * HOUR)
    expect((await read(id, me)).status).toBe('pending')
    expect((await until(id, 'completed')).video).not.toBeNull()
  })

  test('that nobody could look for a week after', async () => {
    const { id } = await makeLong()
    fail({ on: 'read', fault: 'drop', times: 'always' })
    await lookAfter((49 + 6 * 24) * HOUR)
    expect((await read(id, me)).status).toBe('pending')
    await lookAfter(25 * HOUR)
    expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_expired' } })
  })
})
