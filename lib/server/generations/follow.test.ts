import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FAULTS, type FaultOrder } from '@/lib/sandbox'
import { bytesOf, startStudio } from '@/testing/generations/fixture'
import { another, me, problemOf } from '@/testing/generations/submission'
import { read, tracker, update, videos } from './index'

const studio = startStudio()
const { make, until, pass, fail } = studio
const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function everyHour(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) await pollAfter(HOUR)
}

/** A look at everything that is due. */
async function pollAfter(ms: number): Promise<void> {
  pass(ms)
  await tracker.pollOnce()
}

test('a submission becomes a video that is safely here, byte for byte', async () => {
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
    video: { type: 'video/mp4', bytes: sent.length, width: 864, height: 496 },
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
  const { polls } = studio.ledger()
  await pollAfter(HOUR)
  await pollAfter(100 * HOUR)
  expect(studio.ledger().polls).toEqual(polls)
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
    { on: 'read', fault: 'foreign', status: 404, body: 'Not Found', times: 3 },
    { on: 'read', fault: 'odd-urls', urls: [null, 'first'], times: 20 },
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
    await pollAfter(MINUTE)
    await pollAfter(2 * MINUTE)
    await pollAfter(2 * MINUTE)
    expect((await read(id, me)).status).toBe('pending')
    await pollAfter(MINUTE)
    expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_gone' } })
  })

  test('but not when it was seen in between', async () => {
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

  test('not that its time is up by our clock, while the provider says that it is making it', async () => {
    const { id } = await makeLong({ execution_expires_after: '3600' })
    await pollAfter(30 * 24 * HOUR)
    await pollAfter(HOUR)
    expect((await read(id, me)).status).toBe('completed')
  })

  test('not that its time is up while nobody could look: the video may be there', async () => {
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
    'that nothing could be seen of it for a week of looks past its time: %o',
    async (fault) => {
      const { id } = await makeLong()
      fail(fault)
      await everyHour(7 * 24)
      expect((await read(id, me)).status).toBe('pending')
      await everyHour(2)
      expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'task_expired' } })
    },
  )

  test('not that a clock said so which was set forward, nor a studio that was off', async () => {
    const { id } = await makeLong()
    fail({ on: 'read', fault: 'drop', times: 'always' })
    await everyHour(3)
    await pollAfter(30 * 24 * HOUR)
    expect((await read(id, me)).status).toBe('pending')
  })
})

describe('what stands between the studio and the provider ends nothing', () => {
  beforeEach(() => studio.set({ renewResults: 'when-expired' }))
  afterEach(() => studio.set({ renewResults: 'never' }))

  const hosts: [what: string, reply: { status: number; type?: string; body: string }][] = [
    ['a page', { status: 404, body: '<!doctype html><title>404 Not Found</title><hr>nginx' }],
    ['nothing at all', { status: 404, type: 'text/plain', body: '' }],
    ['a page that says gone', { status: 410, body: '<h1>Gone</h1>' }],
    ['a proxy’s JSON', { status: 404, type: 'application/json', body: '{"message":"no Route matched"}' }],
    ['another envelope', { status: 404, type: 'application/json', body: '{"code":404,"msg":"Not Found"}' }],
    ['an envelope without words', { status: 404, type: 'application/json', body: '{"code":9999}' }],
    ['a code that is none', { status: 404, type: 'application/json', body: '{"code":[9999],"msg":"x"}' }],
    ['a list', { status: 404, type: 'application/json', body: '[{"code":9999,"msg":"Task not found"}]' }],
    ['a success without a task', { status: 404, type: 'application/json', body: '{"code":1000,"msg":"ok"}' }],
    ['a captive portal', { status: 200, body: '<form>Sign in to the network</form>' }],
    [
      'the envelope under another status',
      { status: 200, type: 'application/json', body: '{"code":9999,"msg":"Task not found"}' },
    ],
  ]
  test.each(hosts)('%s, for five minutes and for five days', async (_, reply) => {
    const { id } = await make()
    fail({ on: 'read', fault: 'foreign', times: 'always', ...reply })
    for (let n = 0; n < 6; n++) await pollAfter(MINUTE)
    await everyHour(5 * 24)
    expect(await read(id, me)).toMatchObject({ status: 'pending', failure: null })
    studio.heal()
    expect((await until(id, 'completed')).failure).toBeNull()
    expect(studio.ledger().creates).toHaveLength(1)
  })

  test('nor does it while videos are copied', async () => {
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

  test('it is asked again with longer and longer waits', async () => {
    const { id } = await make()
    fail({ on: 'read', fault: 'foreign', times: 'always', status: 404, body: '' })
    for (let second = 0; second < 120; second++) await pollAfter(1_000)
    const within = (from: number) => studio.ledger().polls.filter(({ startedAt }) => startedAt >= from).length
    // A wait of a tenth of a second at first here, of three seconds in the end.
    expect(within(Date.now() - 60_000)).toBeLessThan(30)
    expect((await read(id, me)).status).toBe('pending')
  })
})

describe('the provider’s own word that a task is not there', () => {
  const notFound = { on: 'read', fault: 'not-found', times: 'always' } as const

  async function seenAlive() {
    studio.set({ processingMs: 7 * 24 * HOUR })
    const made = await make()
    await until(made.id, 'processing')
    return made
  }

  test('is believed of one that was seen alive after three days of it', async () => {
    const { id } = await seenAlive()
    fail(notFound)
    await everyHour(3 * 24)
    expect((await read(id, me)).status).toBe('processing')
    await everyHour(2)
    expect((await read(id, me)).failure?.code).toBe('task_gone')
  })

  test.each([3 * 24, -24])('is not believed the sooner by a clock that is set by %d hours', async (hours) => {
    const { id } = await seenAlive()
    fail(notFound)
    await pollAfter(MINUTE)
    pass(hours * HOUR)
    for (let n = 0; n < 12; n++) await pollAfter(MINUTE)
    expect(await read(id, me)).toMatchObject({ status: 'processing', failure: null })
    expect(studio.ledger().polls.length).toBeGreaterThan(10)
  })

  test('is not believed within minutes where many go missing at once', async () => {
    studio.set({ processingMs: 7 * 24 * HOUR })
    fail(notFound)
    const made = [await make(), await make(), await make()]
    for (let n = 0; n < 30; n++) await pollAfter(MINUTE)
    const states = await Promise.all(made.map(async ({ id }) => (await read(id, me)).status))
    expect(states).toEqual(['pending', 'pending', 'pending'])
  })
})

describe('following again', () => {
  test('what was gone comes to its video when it is there after all, and nothing is paid twice', async () => {
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

  test('is for nothing else: not while it is made, not when it is here, not when the provider gave up', async () => {
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
