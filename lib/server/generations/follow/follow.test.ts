import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FAULTS, type FaultOrder } from '@/lib/sandbox'
import { read, tracker, update, videos } from '@/lib/server/generations'
import { bytesOf, startStudio } from '@/testing/generations/fixture'
import { another, me, problemOf } from '@/testing/generations/submission'

const studio = startStudio()
const { make, until, pass, fail } = studio
const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function everyHour(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) await pollAfter(HOUR)
}

/** Advances the clock, then polls everything due. */
async function pollAfter(ms: number): Promise<void> {
  pass(ms)
  await tracker.pollOnce()
}

test('a submission becomes a saved video, byte for byte the provider’s', async () => {
  const made = await make({ prompt: '一只考拉。', duration: '10' })
  expect(made).toMatchObject({ status: 'pending', video: null, completedAt: null })
  const seen = new Set<string>()
  for (const status of ['pending', 'processing', 'uploading', 'completed'] as const) {
    seen.add((await until(made.id, status)).status)
  }
  expect([...seen]).toEqual(['pending', 'processing', 'uploading', 'completed'])

  const [sent = Buffer.of()] = await studio.results(made.taskid)
  const video = await videos.readVideo(made.id, me)
  expect((await bytesOf(video)).equals(sent)).toBe(true)
  expect(await read(made.id, me)).toMatchObject({
    taskid: studio.ledger().tasks[0]?.taskid,
    seed: expect.any(Number), // nobody asked for one
    video: { type: 'video/mp4', bytes: sent.length, width: 864, height: 496 },
    lastFrame: null,
    failure: null,
    completedAt: expect.any(String),
  })
  expect(video.name).toMatch(/^一只考拉 16x9 \d{4}-\d\d-\d\d\.mp4$/)
  expect(await studio.files()).toEqual([`files/videos/${made.id}`])
})

test('a video made with a seed that was asked for has that one', async () => {
  const { id, seed } = await make({ seed: '4294967295' })
  expect(seed).toBeNull()
  await until(id, 'completed')
  expect(await read(id, me)).toMatchObject({ seed: 4_294_967_295 })
})

test.each([
  [{}, '77', 77],
  [{}, 0, null], // what a field reads as that was never filled
  [{ seed: '0' }, 0, 0],
  [{}, -1, null],
  [{}, null, null],
  [{}, 4_294_967_296, null],
  [{}, { low: 7 }, null],
])('asked for with %j and reported with the seed %j, a video has the seed %j', async (fields, seed, kept) => {
  const { id, taskid } = await make(fields)
  fail({ on: 'read', fault: 'odd-seed', seed, times: 'always', taskid: taskid ?? '' })
  await until(id, 'completed')
  expect((await read(id, me)).seed).toBe(kept)
})

test('a completed generation is not polled again', async () => {
  const { id } = await make()
  await until(id, 'completed')
  const { polls } = studio.ledger()
  await pollAfter(HOUR)
  await pollAfter(100 * HOUR)
  expect(studio.ledger().polls).toEqual(polls)
})

describe('a failed poll is not a failed task', () => {
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
    { on: 'read', fault: 'foreign', status: 404, body: 'Not Found', times: 3 },
    { on: 'read', fault: 'odd-urls', urls: [null, 'first'], times: 20 },
    { on: 'read', fault: 'odd-seed', seed: 'none', times: 20 },
    { on: 'read', fault: 'not-found', times: 3 },
    { on: 'read', fault: 'unknown-status', status: 7 },
    { on: 'read', fault: 'unknown-status', status: -1, times: 3 },
    { on: 'read', fault: 'skip-statuses', statuses: [1, 2] },
    { on: 'read', fault: 'skip-statuses', statuses: [1, 2, 5] },
    { on: 'read', fault: 'no-url', url: 'null', times: 20 },
  ]
  test.each(faults)('%o', async (fault) => {
    const { id, taskid } = await make()
    fail({ ...fault, taskid: taskid ?? '' })
    await pollAfter(1_000)
    expect(studio.ledger().polls.at(-1)).toMatchObject({ taskid, fault: fault.fault })
    expect((await read(id, me)).failure).toBeNull()
    await until(id, 'completed')
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('the list above covers every fault of a poll except a failed task', () => {
    const covered = new Set(faults.map(({ fault }) => fault))
    expect(FAULTS.read.filter((name) => !covered.has(name))).toEqual(['task-failed'])
  })
})

describe('a task', () => {
  function makeLong(fields: Record<string, string> = {}) {
    studio.set({ processingMs: 7 * 24 * HOUR })
    return make(fields)
  }

  test('fails with the provider’s reason when the provider says that it failed', async () => {
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

  test('fails as task_gone after the provider has not known it for five minutes', async () => {
    const { id, taskid } = await makeLong()
    fail({ on: 'read', fault: 'not-found', times: 'always', taskid: taskid ?? '' })
    await pollAfter(MINUTE)
    await pollAfter(2 * MINUTE)
    await pollAfter(2 * MINUTE)
    expect((await read(id, me)).status).toBe('pending')
    await pollAfter(MINUTE)
    expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_gone' } })
  })

  test('goes on when the provider knew it in between', async () => {
    const { id, taskid } = await makeLong()
    const notFound = { on: 'read', fault: 'not-found', taskid: taskid ?? '' } as const
    fail(notFound)
    await pollAfter(MINUTE)
    await pollAfter(4 * MINUTE)
    fail(notFound)
    await pollAfter(4 * MINUTE)
    expect(studio.ledger().polls.map(({ fault }) => fault)).toEqual(['not-found', null, 'not-found'])
    expect((await read(id, me)).status).toBe('processing')
  })

  test('goes on past its expiry while the provider says that it is running', async () => {
    const { id } = await makeLong({ execution_expires_after: '3600' })
    await pollAfter(30 * 24 * HOUR)
    await pollAfter(HOUR)
    expect((await read(id, me)).status).toBe('completed')
  })

  test('goes on when it expired while it could not be polled: the video may exist', async () => {
    const { id } = await make()
    fail({ on: 'read', fault: 'drop', times: 3 })
    await pollAfter(60 * HOUR)
    expect((await read(id, me)).status).toBe('pending')
    expect((await until(id, 'completed')).video).not.toBeNull()
  })

  test.each([
    { on: 'read', fault: 'drop', times: 'always' },
    { on: 'read', fault: 'unknown-status', times: 'always' },
  ] satisfies FaultOrder[])(
    'fails as task_expired after a week of unreadable polls past its expiry: %o',
    async (fault) => {
      const { id } = await makeLong()
      fail(fault)
      await everyHour(7 * 24)
      expect((await read(id, me)).status).toBe('pending')
      await everyHour(2)
      expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_expired' } })
    },
  )

  test('goes on when a clock set forward, or downtime, makes it look expired', async () => {
    const { id } = await makeLong()
    fail({ on: 'read', fault: 'drop', times: 'always' })
    await everyHour(3)
    await pollAfter(30 * 24 * HOUR)
    expect((await read(id, me)).status).toBe('pending')
  })
})

describe('a reply from something between us and the provider never fails a generation', () => {
  beforeEach(() => studio.set({ renewResults: 'when-expired' }))
  afterEach(() => studio.set({ renewResults: 'never' }))

  const hosts: [what: string, reply: { status: number; type?: string; body: string }][] = [
    ['a page', { status: 404, body: '<!doctype html><title>404 Not Found</title><hr>nginx' }],
    ['an empty body', { status: 404, type: 'text/plain', body: '' }],
    ['a page with status 410', { status: 410, body: '<h1>Gone</h1>' }],
    ['a proxy’s JSON', { status: 404, type: 'application/json', body: '{"message":"no Route matched"}' }],
    ['another envelope', { status: 404, type: 'application/json', body: '{"code":404,"msg":"Not Found"}' }],
    ['an envelope without a message', { status: 404, type: 'application/json', body: '{"code":9999}' }],
    ['a malformed code', { status: 404, type: 'application/json', body: '{"code":[9999],"msg":"x"}' }],
    ['a list', { status: 404, type: 'application/json', body: '[{"code":9999,"msg":"Task not found"}]' }],
    ['a success without a task', { status: 404, type: 'application/json', body: '{"code":1000,"msg":"ok"}' }],
    ['a captive portal', { status: 200, body: '<form>Sign in to the network</form>' }],
    [
      'the envelope under another status',
      { status: 200, type: 'application/json', body: '{"code":9999,"msg":"Task not found"}' },
    ],
  ]
  test.each(hosts)('%s, over five minutes and over five days', async (_, reply) => {
    const { id } = await make()
    fail({ on: 'read', fault: 'foreign', times: 'always', ...reply })
    for (let n = 0; n < 6; n++) await pollAfter(MINUTE)
    await everyHour(5 * 24)
    expect(await read(id, me)).toMatchObject({ status: 'pending', failure: null })
    studio.heal()
    expect((await until(id, 'completed')).failure).toBeNull()
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('a generation whose video is being saved stays saving', async () => {
    const { id } = await make()
    fail(
      { on: 'result', fault: 'html', times: 'always', status: 503 },
      { on: 'read', fault: 'slow', ms: 0, times: 2 },
    )
    await until(id, 'saving')
    fail({ on: 'read', fault: 'foreign', times: 'always', status: 404, body: '<h1>Not found</h1>' })
    await everyHour(5 * 24)
    expect(await read(id, me)).toMatchObject({ status: 'saving', failure: { code: 'result_expired' } })
    studio.heal()
    await pollAfter(8 * HOUR)
    expect((await until(id, 'completed')).failure).toBeNull()
  })

  test('polls back off', async () => {
    const { id } = await make()
    fail({ on: 'read', fault: 'foreign', times: 'always', status: 404, body: '' })
    for (let second = 0; second < 120; second++) await pollAfter(1_000)
    const within = (from: number) => studio.ledger().polls.filter(({ startedAt }) => startedAt >= from).length
    // Here the first wait is 0.1 s and the longest 3 s.
    expect(within(Date.now() - 60_000)).toBeLessThan(30)
    expect((await read(id, me)).status).toBe('pending')
  })
})

describe('the provider’s own answer that a task doesn’t exist', () => {
  const notFound = { on: 'read', fault: 'not-found', times: 'always' } as const

  async function seenAlive() {
    studio.set({ processingMs: 7 * 24 * HOUR })
    const made = await make()
    await until(made.id, 'processing')
    return made
  }

  test('is believed after three days for a task that it knew before', async () => {
    const { id } = await seenAlive()
    fail(notFound)
    await everyHour(3 * 24)
    expect((await read(id, me)).status).toBe('processing')
    await everyHour(2)
    expect((await read(id, me)).failure?.code).toBe('task_gone')
  })

  test.each([3 * 24, -24])('is not believed sooner when the clock is set by %d hours', async (hours) => {
    const { id } = await seenAlive()
    fail(notFound)
    await pollAfter(MINUTE)
    pass(hours * HOUR)
    for (let n = 0; n < 12; n++) await pollAfter(MINUTE)
    expect(await read(id, me)).toMatchObject({ status: 'processing', failure: null })
    expect(studio.ledger().polls.length).toBeGreaterThan(10)
  })

  test('is not believed within minutes when many tasks go missing at once', async () => {
    studio.set({ processingMs: 7 * 24 * HOUR })
    fail(notFound)
    const made = [await make(), await make(), await make()]
    for (let n = 0; n < 30; n++) await pollAfter(MINUTE)
    const states = await Promise.all(made.map(async ({ id }) => (await read(id, me)).status))
    expect(states).toEqual(['pending', 'pending', 'pending'])
  })
})

describe('following a generation again', () => {
  test('saves its video when a task thought gone is back, without paying twice', async () => {
    const { id, taskid } = await make()
    fail({ on: 'read', fault: 'not-found', times: 'always', taskid: taskid ?? '' })
    for (let n = 0; n < 7; n++) await pollAfter(MINUTE)
    expect((await read(id, me)).failure?.code).toBe('task_gone')
    expect((await problemOf(update(id, { follow: true }, another))).code).toBe('not_found')
    studio.heal()
    expect(await update(id, { follow: true }, me)).toMatchObject({ status: 'pending', failure: null })
    expect((await until(id, 'completed')).video).not.toBeNull()
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('is refused while it is running, when it is completed, and when the provider failed it', async () => {
    const refused = async (id: string) => (await problemOf(update(id, { follow: true }, me))).code
    const { id } = await make()
    expect(await refused(id)).toBe('invalid_input')
    await until(id, 'completed')
    expect(await refused(id)).toBe('invalid_input')
    const doomed = await make()
    fail({ on: 'read', fault: 'task-failed', taskid: doomed.taskid ?? '' })
    expect((await until(doomed.id, 'failed')).failure?.code).toBe('generation_failed')
    expect(await refused(doomed.id)).toBe('invalid_input')
    expect((await problemOf(update(id, { follow: false }, me))).code).toBe('invalid_input')
  })
})
