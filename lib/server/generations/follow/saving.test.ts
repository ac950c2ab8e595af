import { afterEach, describe, expect, test, vi } from 'vitest'
import { FAULTS, type FaultOrder } from '@/lib/sandbox'
import { read, remove, tracker, update, videos } from '@/lib/server/generations'
import { bytesOf, startStudio, TIMEOUT_MS } from '@/testing/generations/fixture'
import { me } from '@/testing/generations/submission'

const studio = startStudio()
const { make, until, pass, fail, set } = studio
const HOUR = 3_600_000

/** Advances the clock hour by hour, processing what is due once an hour. */
async function everyHour(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    pass(HOUR)
    await tracker.pollOnce()
  }
}

afterEach(() =>
  set({ renewResults: 'never', lastFrame: 'second', resultExtensions: true, resultLifetimeMs: 24 * HOUR }),
)

describe('a download is retried until the whole video is saved, after', () => {
  const faults: Extract<FaultOrder, { on: 'result' }>[] = [
    { on: 'result', fault: 'drop', times: 3 },
    { on: 'result', fault: 'http-error', status: 500 },
    { on: 'result', fault: 'http-error', status: 404 },
    { on: 'result', fault: 'forbidden', times: 3 },
    { on: 'result', fault: 'expired' },
    { on: 'result', fault: 'cut', times: 3 },
    { on: 'result', fault: 'drip', ms: 1 },
    { on: 'result', fault: 'slow', ms: 50 },
    { on: 'result', fault: 'html', status: 200 },
    { on: 'result', fault: 'wrong-type', type: 'text/html' },
    { on: 'result', fault: 'moved', status: 307 },
    { on: 'result', fault: 'moved', location: 'http://127.0.0.1:9/' },
  ]
  test.each(faults)('%o', async (fault) => {
    set({ renewResults: 'when-expired' })
    const { id, taskid } = await make()
    fail({ ...fault, taskid: taskid ?? '' })
    await until(id, 'completed')
    expect(studio.ledger().downloads[0]).toMatchObject({ taskid, fault: fault.fault })
    const [video = Buffer.of()] = await studio.results(taskid)
    expect((await bytesOf(await videos.readVideo(id, me))).equals(video)).toBe(true)
    expect(await studio.files()).toEqual([`files/videos/${id}`])
  })

  test('the list above covers every fault of a result except hanging, which takes half a minute', () => {
    const covered = new Set(faults.map(({ fault }) => fault))
    expect(FAULTS.result.filter((name) => !covered.has(name))).toEqual(['hang'])
  })
})

test('no video is served until everything is saved', async () => {
  const { id } = await make({ return_last_frame: '1' })
  fail({ on: 'result', fault: 'cut', file: 'last-frame', times: 3 })
  await until(id, 'saving')
  expect(await read(id, me)).toMatchObject({ video: null, lastFrame: null, completedAt: null })
  await expect(videos.readVideo(id, me)).rejects.toMatchObject({ code: 'not_found' })
  expect((await until(id, 'completed')).lastFrame).not.toBeNull()
})

describe('the last frame', () => {
  test.each(['second', 'first'] as const)(
    'is recognised by its content when it comes %s',
    async (lastFrame) => {
      set({ lastFrame, resultExtensions: false })
      const { id, taskid } = await make({ return_last_frame: '1', ratio: '1:1' })
      const made = await until(id, 'completed')
      expect(made).toMatchObject({
        video: { type: 'video/mp4', width: 640, height: 640 },
        lastFrame: { type: 'image/png', width: 640, height: 640 },
      })
      const results = await studio.results(taskid)
      const [video, frame] = lastFrame === 'first' ? results.toReversed() : results
      expect((await bytesOf(await videos.readVideo(id, me))).equals(video ?? Buffer.of())).toBe(true)
      expect((await bytesOf(await videos.readLastFrame(id, me))).equals(frame ?? Buffer.of())).toBe(true)
    },
  )

  test('does not hold back the video when the provider gives none', async () => {
    set({ lastFrame: 'absent' })
    const { id } = await make({ return_last_frame: '1' })
    expect(await until(id, 'completed')).toMatchObject({ lastFrame: null, failure: null })
  })

  test('holds back the video for five tries when it can’t be fetched', async () => {
    const { id } = await make({ return_last_frame: '1' })
    fail({ on: 'result', fault: 'html', file: 'last-frame', times: 'always' })
    const made = await until(id, 'completed')
    expect(made).toMatchObject({ video: { type: 'video/mp4' }, lastFrame: null, failure: null })
    expect(studio.ledger().downloads.filter(({ file }) => file === 'last-frame')).toHaveLength(5)
  })
})

describe('saving', () => {
  test('fails as result_lost after two days of dead addresses without new ones', async () => {
    const { id } = await make()
    fail({ on: 'result', fault: 'forbidden', times: 'always' })
    await until(id, 'saving')
    await everyHour(47)
    expect(await read(id, me)).toMatchObject({ status: 'saving', failure: { code: 'result_expired' } })
    await everyHour(3)
    expect(await read(id, me)).toMatchObject({ status: 'failed', failure: { code: 'result_lost' } })
    studio.heal()
    set({ renewResults: 'when-expired' })
    expect(await update(id, { follow: true }, me)).toMatchObject({ status: 'saving', failure: null })
    expect((await until(id, 'completed')).video).not.toBeNull()
  })

  test('goes on while the host is unreachable for days, and across clock changes', async () => {
    set({ resultLifetimeMs: 7 * 24 * HOUR })
    const { id } = await make()
    fail({ on: 'result', fault: 'drop', times: 'always' })
    await until(id, 'saving')
    await everyHour(3 * 24)
    pass(3 * 24 * HOUR)
    await tracker.pollOnce()
    pass(-24 * HOUR)
    await everyHour(3)
    expect(await read(id, me)).toMatchObject({ status: 'saving', failure: { code: 'result_unreachable' } })
    studio.heal()
    await everyHour(1)
    expect(await read(id, me)).toMatchObject({ status: 'completed', failure: null })
  })

  test('goes on with new addresses when the old ones have expired', async () => {
    set({ renewResults: 'when-expired' })
    const { id } = await make()
    fail({ on: 'result', fault: 'drop' })
    await until(id, 'saving')
    pass(60 * HOUR)
    fail({ on: 'read', fault: 'drop', times: 3 })
    await tracker.pollOnce()
    expect((await read(id, me)).status).toBe('saving')
    expect((await until(id, 'completed')).failure).toBeNull()
  })

  test.each([
    ['no address', { on: 'read', fault: 'no-url' }],
    ['addresses that are dead', { on: 'result', fault: 'expired' }],
  ] satisfies [string, FaultOrder][])('fails when the task failed after all and has %s', async (_, fault) => {
    const { id } = await make()
    pass(20_000)
    const firstPoll: FaultOrder[] = fault.on === 'result' ? [{ on: 'read', fault: 'slow', ms: 0 }] : []
    fail(fault, ...firstPoll, { on: 'read', fault: 'task-failed', message: 'The upload failed.' })
    expect((await until(id, 'failed')).failure).toEqual({
      code: 'generation_failed',
      message: 'The upload failed.',
    })
    expect(studio.ledger().polls.map((one) => one.status)).toEqual([3, 4])
  })

  test('goes on when the task failed after all but its video can still be fetched', async () => {
    const { id } = await make()
    fail({ on: 'result', fault: 'cut', times: 2 })
    await until(id, 'saving')
    fail({ on: 'read', fault: 'task-failed' })
    expect((await until(id, 'completed')).failure).toBeNull()
    expect(studio.ledger().polls.at(-1)).toMatchObject({ fault: 'task-failed', status: 4 })
  })

  test('fails as result_lost when the provider has forgotten the task and the addresses are dead', async () => {
    const { id, taskid } = await make()
    fail({ on: 'result', fault: 'forbidden', times: 'always' })
    await until(id, 'saving')
    fail({ on: 'read', fault: 'not-found', times: 'always', taskid: taskid ?? '' })
    await everyHour(24)
    expect((await read(id, me)).status).toBe('saving')
    await everyHour(26)
    expect((await read(id, me)).failure?.code).toBe('result_lost')
  })
})

describe('a list of result addresses', () => {
  const given = async (urls: unknown, fields: Record<string, string> = {}) => {
    const made = await make(fields)
    fail({ on: 'read', fault: 'odd-urls', urls, times: 'always', taskid: made.taskid ?? '' })
    return made
  }
  const filesAsked = () => studio.ledger().downloads.map(({ file }) => file)

  test.each([
    ['nulls in between', [null, 'first', null]],
    ['numbers, lists and objects', [1, {}, ['x'], true, 'first']],
    ['empty strings', ['', '  ', 'first']],
    ['a bare string', 'first'],
    ['a duplicate', ['first', 'first']],
    ['strings that are no web address', ['no address', 'ftp://x/y', 'first']],
  ])('with %s still gives the video', async (_, urls) => {
    const { id } = await given(urls)
    expect((await until(id, 'completed')).video).not.toBeNull()
    expect(filesAsked()).toEqual(['video'])
  })

  test('with twenty other files before the video gives the video at the first try', async () => {
    const others = Array.from({ length: 20 }, (_, n) => `http://${studio.host()}/?other=${n}`)
    const { id } = await given([...others, 'first'])
    expect((await until(id, 'completed')).video).not.toBeNull()
    expect(filesAsked()).toEqual(['video'])
  })

  test('with two videos gives the first, wherever the last frame is', async () => {
    const other = await make({ ratio: '1:1' })
    await until(other.id, 'completed')
    const [address = ''] = await studio.addresses(other.taskid)
    const { id } = await given(['second', 'first', address], { return_last_frame: '1', ratio: '9:16' })
    expect(await until(id, 'completed')).toMatchObject({ video: { width: 496, height: 864 } })
    const turned = await given(['first', address, 'second'], { return_last_frame: '1', ratio: '9:16' })
    expect(await until(turned.id, 'completed')).toMatchObject({
      video: { width: 496, height: 864 },
      lastFrame: { width: 496, height: 864 },
    })
  })

  test.each([
    ['is not a video', { on: 'result', fault: 'html' }, 'result_not_video'],
    ['is cut short', { on: 'result', fault: 'cut' }, 'result_unreachable'],
    ['has no address', { on: 'read', fault: 'odd-urls', urls: [null] }, 'result_missing'],
    ['has a dead address', { on: 'result', fault: 'forbidden' }, 'result_expired'],
  ] satisfies [string, FaultOrder, string][])(
    'gives a reason for waiting when the result %s',
    async (_, fault, code) => {
      const { id, taskid } = await make()
      fail({ ...fault, times: 'always', taskid: taskid ?? '' })
      await until(id, 'saving')
      pass(1_000)
      await tracker.pollOnce()
      expect((await read(id, me)).failure).toEqual({ code, message: expect.stringMatching(/^[A-Z].*\.$/) })
      studio.heal()
      expect((await until(id, 'completed')).failure).toBeNull()
    },
  )

  test('backs off when the result is not a video', async () => {
    const { id } = await make()
    fail({ on: 'result', fault: 'html', times: 'always' })
    await until(id, 'saving')
    for (let minute = 0; minute < 120; minute++) {
      pass(60_000)
      await tracker.pollOnce()
    }
    // Here the first wait is 0.1 s; waits stop growing after 216 s, which stands for six hours.
    expect(studio.ledger().downloads.length).toBeLessThan(60)
    expect((await read(id, me)).status).toBe('saving')
  })
})

test('deleting a generation while its video is being saved leaves no file behind', async () => {
  const { id } = await make({ return_last_frame: '1' })
  fail({ on: 'result', fault: 'slow', file: 'last-frame', ms: 600_000 })
  const saving = until(id, 'completed')
  await vi.waitUntil(async () => (await studio.files()).includes(`files/videos/${id}`), {
    interval: 5,
    timeout: TIMEOUT_MS,
  })
  await remove(id, me)
  studio.heal()
  await expect(saving).rejects.toMatchObject({ code: 'not_found' })
  expect(studio.ledger().downloads.map(({ file, status }) => [file, status])).toEqual([
    ['video', 200],
    ['last-frame', 200],
  ])
  expect(await studio.files()).toEqual([])
})
