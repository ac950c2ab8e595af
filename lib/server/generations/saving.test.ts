import { afterEach, describe, expect, test, vi } from 'vitest'
import { FAULTS, type FaultOrder } from '@/lib/sandbox'
import { bytesOf, startStudio, TIMEOUT_MS } from '@/testing/generations/fixture'
import { me } from '@/testing/generations/submission'
import { read, remove, tracker, update, videos } from './index'

const studio = startStudio()
const { make, until, pass, fail, set } = studio
const HOUR = 3_600_000

/** Hours in which everything that is due is looked at once each. */
async function everyHour(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    pass(HOUR)
    await tracker.pollOnce()
  }
}

afterEach(() =>
  set({ renewResults: 'never', lastFrame: 'second', resultExtensions: true, resultLifetimeMs: 24 * HOUR }),
)

describe('what goes wrong with a result is tried again until it is here, whole', () => {
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

  test('this is every fault that a result can have, but for silence, which takes half a minute', () => {
    const covered = new Set(faults.map(({ fault }) => fault))
    expect(FAULTS.result.filter((name) => !covered.has(name))).toEqual(['hang'])
  })
})

test('until it is here, there is nothing to be watched', async () => {
  const { id } = await make({ return_last_frame: '1' })
  fail({ on: 'result', fault: 'cut', file: 'last-frame', times: 3 })
  await until(id, 'saving')
  expect(await read(id, me)).toMatchObject({ video: null, lastFrame: null, completedAt: null })
  await expect(videos.readVideo(id, me)).rejects.toMatchObject({ code: 'not_found' })
  expect((await until(id, 'completed')).lastFrame).not.toBeNull()
})

describe('the last frame', () => {
  test.each(['second', 'first'] as const)('comes %s and is told by what it is', async (lastFrame) => {
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
  })

  test('that is not given keeps no video waiting', async () => {
    set({ lastFrame: 'absent' })
    const { id } = await make({ return_last_frame: '1' })
    expect(await until(id, 'completed')).toMatchObject({ lastFrame: null, failure: null })
  })

  test('that never comes keeps the video waiting for five tries', async () => {
    const { id } = await make({ return_last_frame: '1' })
    fail({ on: 'result', fault: 'html', file: 'last-frame', times: 'always' })
    const made = await until(id, 'completed')
    expect(made).toMatchObject({ video: { type: 'video/mp4' }, lastFrame: null, failure: null })
    expect(studio.ledger().downloads.filter(({ file }) => file === 'last-frame')).toHaveLength(5)
  })
})

describe('what ends the saving', () => {
  test('that its addresses are dead for two days of tries, and the provider has no others', async () => {
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

  test('not that its host is out of reach for a week, nor that a clock was set', async () => {
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

  test('not that its addresses are past while the provider gives new ones', async () => {
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
  ] satisfies [string, FaultOrder][])('a task that failed after all and has %s', async (_, fault) => {
    const { id } = await make()
    pass(20_000)
    const poll: FaultOrder[] = fault.on === 'result' ? [{ on: 'read', fault: 'slow', ms: 0 }] : []
    fail(fault, ...poll, { on: 'read', fault: 'task-failed', message: 'The upload failed.' })
    expect((await until(id, 'failed')).failure).toEqual({
      code: 'generation_failed',
      message: 'The upload failed.',
    })
    expect(studio.ledger().polls.map((one) => one.status)).toEqual([3, 4])
  })

  test('not that the task has failed after all, while its video can still be fetched', async () => {
    const { id } = await make()
    fail({ on: 'result', fault: 'cut', times: 2 })
    await until(id, 'saving')
    fail({ on: 'read', fault: 'task-failed' })
    expect((await until(id, 'completed')).failure).toBeNull()
    expect(studio.ledger().polls.at(-1)).toMatchObject({ fault: 'task-failed', status: 4 })
  })

  test('that the provider has forgotten its task, once its addresses are dead as well', async () => {
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

describe('what the addresses hold', () => {
  const given = async (urls: unknown, fields: Record<string, string> = {}) => {
    const made = await make(fields)
    fail({ on: 'read', fault: 'odd-urls', urls, times: 'always', taskid: made.taskid ?? '' })
    return made
  }
  const filesAsked = () => studio.ledger().downloads.map(({ file }) => file)

  test.each([
    ['null between', [null, 'first', null]],
    ['numbers, lists and objects', [1, {}, ['x'], true, 'first']],
    ['empty words', ['', '  ', 'first']],
    ['one word', 'first'],
    ['the same twice', ['first', 'first']],
    ['what is no address', ['no address', 'ftp://x/y', 'first']],
  ])('%s is read', async (_, urls) => {
    const { id } = await given(urls)
    expect((await until(id, 'completed')).video).not.toBeNull()
    expect(filesAsked()).toEqual(['video'])
  })

  test('a video behind twenty other files is found, and is there at once', async () => {
    const others = Array.from({ length: 20 }, (_, n) => `http://${studio.host()}/?other=${n}`)
    const { id } = await given([...others, 'first'])
    expect((await until(id, 'completed')).video).not.toBeNull()
    expect(filesAsked()).toEqual(['video'])
  })

  test('of two videos the first is the video, wherever the last frame stands', async () => {
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
    ['is no video', { on: 'result', fault: 'html' }, 'result_not_video'],
    ['comes in part only', { on: 'result', fault: 'cut' }, 'result_unreachable'],
    ['is nowhere', { on: 'read', fault: 'odd-urls', urls: [null] }, 'result_missing'],
    ['has an address that is dead', { on: 'result', fault: 'forbidden' }, 'result_expired'],
  ] satisfies [string, FaultOrder, string][])('why it waits is told: it %s', async (_, fault, code) => {
    const { id, taskid } = await make()
    fail({ ...fault, times: 'always', taskid: taskid ?? '' })
    await until(id, 'saving')
    pass(1_000)
    await tracker.pollOnce()
    expect((await read(id, me)).failure).toEqual({ code, message: expect.stringMatching(/^[A-Z].*\.$/) })
    studio.heal()
    expect((await until(id, 'completed')).failure).toBeNull()
  })

  test('what is no video is fetched less and less often', async () => {
    const { id } = await make()
    fail({ on: 'result', fault: 'html', times: 'always' })
    await until(id, 'saving')
    for (let minute = 0; minute < 120; minute++) {
      pass(60_000)
      await tracker.pollOnce()
    }
    // Waits of a tenth of a second at first here: after 216 s, which stand for six hours, they grow no more.
    expect(studio.ledger().downloads.length).toBeLessThan(60)
    expect((await read(id, me)).status).toBe('saving')
  })
})

test('a video that is removed while it is being saved leaves no file behind', async () => {
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
