import { describe, expect } from 'vitest'
import { answerOf, eventually, it } from '@/testing/sandbox/fixture'

const prompt = 'A koala waves.'

describe('a poll', () => {
  it.for(['drop', 'short-body'] as const)('loses its response by %s', async (fault, { provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault })
    await expect(provider.poll(taskid).then((response) => response.text())).rejects.toThrow()
    expect(await provider.read(taskid)).toMatchObject({ task_status: 1 })
  })

  it.for([
    { fault: 'http-error', status: 500, text: /9999/ },
    { fault: 'html', status: 200, text: /^<!doctype/ },
    { fault: 'cut-json', status: 200, text: /^\{"code":1000.*[^}]$/ },
    { fault: 'unauthorized', status: 401, text: /9999/ },
    { fault: 'too-many-requests', status: 429, text: /9999/ },
    { fault: 'not-found', status: 404, text: /9999/ },
  ] as const)('gets a spoiled response by $fault', async ({ fault, status, text }, { provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault })
    const response = await provider.poll(taskid)
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(text)
    expect(await provider.read(taskid)).toMatchObject({ task_status: 1 })
  })

  it('gets a foreign response, as from a gateway', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'foreign', status: 410, body: 'Gone', type: 'text/plain' })
    const response = await provider.poll(taskid)
    expect([response.status, response.headers.get('content-type')]).toEqual([410, 'text/plain'])
    expect(await response.text()).toBe('Gone')
    expect(await provider.read(taskid)).toMatchObject({ task_status: 1 })
  })

  it('never gets a response, while others do', async ({ provider }) => {
    const [hanging, other] = [await provider.create({ prompt }), await provider.create({ prompt })]
    provider.sandbox.fail({ on: 'read', fault: 'hang', taskid: hanging })
    const caller = new AbortController()
    const call = provider.post('infobytaskid', { taskid: hanging }, { signal: caller.signal })
    const answered = call.then(
      () => true,
      () => false,
    )
    await eventually(() => provider.sandbox.ledger().polls).toMatchObject([{ fault: 'hang', endedAt: null }])
    expect(await provider.read(other)).toMatchObject({ task_status: 1 })
    caller.abort()
    expect(await answered).toBe(false)
  })

  it('that overlaps with another is recorded as overlapping in the ledger', async ({ provider, clock }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'hang' })
    const caller = new AbortController()
    const call = provider.post('infobytaskid', { taskid }, { signal: caller.signal })
    const given = call.then(
      () => 'answered',
      () => 'given up',
    )
    await eventually(() => provider.sandbox.ledger().polls.length).toBe(1)
    clock.now += 1
    await provider.read(taskid)
    clock.now += 1
    caller.abort()
    expect(await given).toBe('given up')
    const spans = [{ startedAt: 1_000_000, endedAt: 1_000_002 }, { startedAt: 1_000_001 }]
    await eventually(() => provider.sandbox.ledger().polls).toMatchObject(spans)
  })

  it('that is slow gets the true response', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'slow', ms: 20 })
    expect(await provider.read(taskid)).toMatchObject({ task_status: 1 })
  })

  it('that is slow gets its response as soon as the faults are cleared', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'slow', ms: 600_000 })
    const slow = provider.read(taskid)
    await eventually(() => provider.sandbox.ledger().polls).toMatchObject([{ fault: 'slow', endedAt: null }])
    provider.sandbox.heal()
    expect(await slow).toMatchObject({ task_status: 1 })
  })
})

describe('a task', () => {
  it('may have an unknown status once', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'unknown-status', status: 42 })
    expect(await provider.read(taskid)).toMatchObject({ task_status: 42 })
    expect(await provider.read(taskid)).toMatchObject({ task_status: 1 })
  })

  it('may skip statuses', async ({ provider, clock }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'skip-statuses', statuses: [1, 5] })
    expect(await provider.read(taskid)).toMatchObject({ task_status: 2 })
    clock.now += 3_999
    expect(await provider.read(taskid)).toMatchObject({ task_status: 2 })
    clock.now += 1
    await eventually(async () => (await provider.read(taskid)).task_status).not.toBe(2)
    expect(await provider.read(taskid)).toMatchObject({ task_status: 3 })
  })

  it('may fail after processing, with the given reason', async ({ provider, clock }) => {
    const [doomed, lucky] = [await provider.create({ prompt }), await provider.create({ prompt })]
    const message = 'OutputVideoSensitiveContentDetected'
    provider.sandbox.fail({ on: 'read', fault: 'task-failed', taskid: doomed, message })
    expect(await provider.read(doomed)).toMatchObject({ task_status: 1, message: '' })
    clock.now += 1_000
    expect(await provider.read(doomed)).toMatchObject({ task_status: 2, message: '' })
    clock.now += 4_000
    expect(await provider.read(doomed)).toMatchObject({ task_status: 4, message, url: [] })
    expect(await provider.completed(lucky)).toMatchObject({ task_status: 3 })
  })

  it('may be completed without a URL', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    await provider.completed(taskid)
    provider.sandbox.fail({ on: 'read', fault: 'no-url', url: 'null' })
    const { data } = await answerOf(await provider.poll(taskid))
    expect(data).toMatchObject({ task_status: 3, url: null })
  })
})

describe('a deletion', () => {
  it.for([
    { fault: 'refused', status: 400, deleted: false },
    { fault: 'http-error', status: 500, deleted: true },
    { fault: 'html', status: 200, deleted: true },
    { fault: 'too-many-requests', status: 429, deleted: true },
  ] as const)('fails by $fault', async ({ fault, status, deleted }, { provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'delete', fault })
    expect((await provider.remove(taskid)).status).toBe(status)
    expect((await provider.poll(taskid)).status).toBe(deleted ? 404 : 200)
  })

  it('may lose its response', async ({ provider }) => {
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'delete', fault: 'drop' })
    await expect(provider.remove(taskid)).rejects.toThrow()
  })
})
