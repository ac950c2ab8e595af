import { describe, expect, vi } from 'vitest'
import { answerOf, it, makeImage, TIMEOUT_MS } from '@/testing/sandbox/fixture'

const prompt = 'A koala waves.'

describe('a task', () => {
  it('goes from pending through processing and uploading to completed', async ({ provider, clock }) => {
    const taskid = await provider.create({ prompt })
    const expectStatus = async (status: number) =>
      expect(await provider.read(taskid)).toMatchObject({ task_status: status })
    await expectStatus(1)
    clock.now += 999
    await expectStatus(1)
    clock.now += 1
    await expectStatus(2)
    clock.now += 3_999
    await expectStatus(2)
    clock.now += 1
    await vi.waitFor(() => expectStatus(5), { timeout: TIMEOUT_MS }) // processing until the video is really rendered
    clock.now += 999
    await expectStatus(5)
    clock.now += 1
    await expectStatus(3)
    const { polls, tasks } = provider.sandbox.ledger()
    expect(polls[0]).toMatchObject({
      taskid,
      status: 1,
      fault: null,
      startedAt: 1_000_000,
      endedAt: 1_000_000,
    })
    expect(polls.at(-1)).toMatchObject({ taskid, status: 3 })
    expect(tasks).toMatchObject([{ taskid, status: 3 }])
  })

  it('is returned with its fields', async ({ provider }) => {
    const image = await makeImage(400, 400)
    const fields = { prompt, resolution: '480p', duration: '10', seed: '7', ratio: '21:9' }
    const answer = await answerOf(await provider.poll(await provider.create(fields, [image])))
    expect(answer).toMatchObject({ status: 200, code: 1000 })
    expect(answer.data).toEqual({
      taskid: expect.any(String),
      url: [],
      task_status: 1,
      message: '',
      prompt,
      imageurl: expect.stringContaining(provider.url),
      resolution: '480p',
      fps: 24,
      source: expect.any(String),
      duration: 10,
      seed: 7,
      ratio: '21:9',
    })
  })

  it.for([
    { images: [], ratio: '16:9' },
    { images: [[400, 800]], ratio: '9:16' },
    { images: [[800, 340]], ratio: '21:9' },
    {
      images: [
        [600, 600],
        [400, 800],
      ],
      ratio: '1:1',
    },
  ] as const)(
    'with the adaptive ratio gets $ratio from its first image',
    async ({ images, ratio }, { provider }) => {
      const files = await Promise.all(images.map(([width, height]) => makeImage(width, height)))
      const taskid = await provider.create({ prompt, ratio: 'adaptive' }, files)
      expect(await provider.read(taskid)).toMatchObject({ ratio })
    },
  )

  it('that is unknown gives 404', async ({ provider }) => {
    const answer = await answerOf(await provider.poll('abcd_0000000000000000'))
    expect(answer).toEqual({ status: 404, code: 9999, msg: 'Task not found' })
  })

  it('cannot be polled without JSON or without a taskid', async ({ provider }) => {
    const broken = await provider.post('infobytaskid', {}, { body: '{"taskid"' })
    expect(await answerOf(broken)).toMatchObject({ status: 400, code: 9999 })
    expect(await answerOf(await provider.post('infobytaskid', {}))).toMatchObject({ status: 400, code: 9999 })
  })

  it.for([
    ['empty', { url: [] }],
    ['null', { url: null }],
    ['absent', {}],
  ] as const)(
    'without a result has its url %s if the settings say so',
    async ([pendingUrl, shown], { provider }) => {
      provider.sandbox.set({ pendingUrl })
      const { data } = await answerOf(await provider.poll(await provider.create({ prompt })))
      expect(data).toMatchObject(shown)
      if (pendingUrl === 'absent') expect(data).not.toHaveProperty('url')
    },
  )
})

describe('deleting a task', () => {
  it('removes it and its results', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    const { url } = await provider.completed(taskid)
    expect(await answerOf(await provider.remove(taskid))).toMatchObject({ status: 200, code: 1000 })
    expect((await provider.poll(taskid)).status).toBe(404)
    expect((await fetch(url[0] ?? '')).status).toBe(404)
    expect(provider.sandbox.ledger().tasks).toMatchObject([
      { taskid, status: null, deletedAt: expect.any(Number) },
    ])
  })

  it('together with an unknown one gives 400 and deletes none', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    expect(await answerOf(await provider.remove(taskid, 'nobody'))).toMatchObject({ status: 400, code: 9999 })
    expect(await provider.read(taskid)).toMatchObject({ taskid })
  })
})
