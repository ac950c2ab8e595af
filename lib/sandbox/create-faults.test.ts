import { describe, expect } from 'vitest'
import { answerOf, eventually, it, makeImage } from '@/testing/sandbox/fixture'
import type { FaultOrder } from './faults'

const prompt = 'A koala waves.'

/** A response with its text, JSON or not. */
const rawOf = async (response: Response) => ({ status: response.status, text: await response.text() })

describe('a create call', () => {
  it.for([
    { fault: 'drop-before-reading', tasks: 0 },
    { fault: 'drop-after-accepting', tasks: 1 },
    { fault: 'short-body', tasks: 1 },
  ] as const)(
    'loses its response by $fault, and the ledger has $tasks tasks',
    async ({ fault, tasks }, { provider }) => {
      provider.sandbox.fail({ on: 'create', fault })
      const lost = provider.send({ prompt }, [await makeImage(400, 400)]).then((response) => response.text())
      await expect(lost).rejects.toThrow()
      const ledger = provider.sandbox.ledger()
      expect(ledger.tasks).toHaveLength(tasks)
      expect(ledger.creates).toMatchObject([{ fault, taskid: ledger.tasks[0]?.taskid ?? null }])
      expect((await provider.send({ prompt })).status).toBe(200) // a fault happens once unless told otherwise
    },
  )

  it.for([
    { fault: 'hang', tasks: 1 },
    { fault: 'hang-before-creating', tasks: 0 },
  ] as const)(
    'never gets a response by $fault, and the ledger has $tasks tasks',
    async ({ fault, tasks }, { provider }) => {
      provider.sandbox.fail({ on: 'create', fault })
      const caller = new AbortController()
      const call = provider.send({ prompt }, [], { signal: caller.signal })
      const answered = call.then(
        () => true,
        () => false,
      )
      await eventually(() => provider.sandbox.ledger().creates.length).toBe(1)
      await eventually(() => provider.sandbox.ledger().tasks.length).toBe(tasks)
      expect(provider.sandbox.ledger().creates).toMatchObject([{ endedAt: null }])
      caller.abort()
      expect(await answered).toBe(false)
      await eventually(() => provider.sandbox.ledger().creates[0]?.endedAt).not.toBe(null)
    },
  )
})

type Spoiled = {
  order: Extract<FaultOrder, { on: 'create' }>
  status: number
  text: string | RegExp
  tasks: number
}

const spoiled: Spoiled[] = [
  { order: { on: 'create', fault: 'http-error' }, status: 500, text: /9999/, tasks: 0 },
  {
    order: { on: 'create', fault: 'http-error', status: 503, created: true },
    status: 503,
    text: /9999/,
    tasks: 1,
  },
  { order: { on: 'create', fault: 'html' }, status: 200, text: /^<!doctype html>/, tasks: 0 },
  {
    order: { on: 'create', fault: 'html', status: 502, created: true },
    status: 502,
    text: /^<!doc/,
    tasks: 1,
  },
  { order: { on: 'create', fault: 'cut-json' }, status: 200, text: /^\{"code":1000[^}]*$/, tasks: 1 },
  {
    order: { on: 'create', fault: 'no-taskid' },
    status: 200,
    text: /^\{"code":1000,"msg":"[^"]*"\}$/,
    tasks: 0,
  },
  {
    order: { on: 'create', fault: 'no-taskid', data: 'empty', created: true },
    status: 200,
    text: /^\{"code":1000,"msg":"[^"]*","data":\{\}\}$/,
    tasks: 1,
  },
  {
    order: { on: 'create', fault: 'success-with-status' },
    status: 500,
    text: /^\{"code":1000.*taskid/,
    tasks: 1,
  },
  { order: { on: 'create', fault: 'code-9000' }, status: 200, text: /"code":9000/, tasks: 0 },
  {
    order: { on: 'create', fault: 'code-9999', msg: 'may contain real person' },
    status: 200,
    text: '{"code":9999,"msg":"may contain real person"}',
    tasks: 0,
  },
  { order: { on: 'create', fault: 'unauthorized' }, status: 401, text: /9999/, tasks: 0 },
  { order: { on: 'create', fault: 'too-many-requests' }, status: 429, text: /RateLimitExceeded/, tasks: 0 },
  { order: { on: 'create', fault: 'slow', ms: 30 }, status: 200, text: /"taskid"/, tasks: 1 },
]

describe('the response of a create call', () => {
  it.for(spoiled)('is spoiled by the fault $order', async ({ order, status, text, tasks }, { provider }) => {
    provider.sandbox.fail(order)
    const answer = await rawOf(await provider.send({ prompt }, [await makeImage(400, 400)]))
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(text)
    expect(provider.sandbox.ledger().tasks).toHaveLength(tasks)
    expect(provider.sandbox.ledger().creates).toMatchObject([{ fault: order.fault }])
  })

  it('to too many requests comes with or without Retry-After', async ({ provider }) => {
    provider.sandbox.fail(
      { on: 'create', fault: 'too-many-requests', retryAfter: '7' },
      { on: 'create', fault: 'too-many-requests' },
    )
    expect((await provider.send({ prompt })).headers.get('retry-after')).toBe('7')
    expect((await provider.send({ prompt })).headers.get('retry-after')).toBe(null)
  })

  it('is spoiled as often as the fault says, or until it is cleared', async ({ provider }) => {
    const status = async () => (await provider.send({ prompt })).status
    provider.sandbox.fail({ on: 'create', fault: 'http-error', times: 2 })
    expect([await status(), await status(), await status()]).toEqual([500, 500, 200])
    provider.sandbox.fail({ on: 'create', fault: 'http-error', times: 'always' })
    expect([await status(), await status(), await status()]).toEqual([500, 500, 500])
    provider.sandbox.heal()
    expect((await answerOf(await provider.send({ prompt }))).code).toBe(1000)
  })
})
