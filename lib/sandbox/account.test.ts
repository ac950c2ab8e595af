import { describe, expect } from 'vitest'
import { answerOf, it, makeImage } from '@/testing/sandbox/fixture'

const prompt = 'A koala waves.'

describe('a create beyond the limit of tasks at once', () => {
  it.for([
    { beyondLimit: 'http_429', status: 429, retryAfter: '1' },
    { beyondLimit: 'worded', status: 200, retryAfter: null },
  ] as const)(
    'is refused as $beyondLimit, and the ledger shows that nothing was created',
    async ({ beyondLimit, status, retryAfter }, { provider }) => {
      provider.sandbox.set({ parallelTasks: 2, beyondLimit })
      const taskids = [await provider.create({ prompt }), await provider.create({ prompt })]
      const response = await provider.send({ prompt }, [await makeImage(400, 400)])
      expect(response.headers.get('retry-after')).toBe(retryAfter)
      const answer = await answerOf(response)
      expect(answer).toMatchObject({ status, code: 9999, msg: expect.stringContaining('RateLimitExceeded') })
      expect(answer).not.toHaveProperty('data')
      const { creates, tasks, peak } = provider.sandbox.ledger()
      expect(tasks.map(({ taskid }) => taskid)).toEqual(taskids)
      expect(creates).toMatchObject([
        { taskid: taskids[0], refusal: null },
        { taskid: taskids[1], refusal: null },
        { taskid: null, refusal: 'beyond_limit', fault: null },
      ])
      expect(peak).toBe(2)
    },
  )

  it('is told apart from an invalid one, which is refused as ever', async ({ provider }) => {
    provider.sandbox.set({ parallelTasks: 1 })
    await provider.create({ prompt })
    expect(await answerOf(await provider.send({}))).toMatchObject({ status: 200, code: 9999 })
    expect(provider.sandbox.ledger().creates.at(-1)?.refusal).toContain('prompt (required)')
  })

  it('is refused however many arrive together', async ({ provider }) => {
    provider.sandbox.set({ parallelTasks: 3 })
    const sent = await Promise.all(Array.from({ length: 8 }, () => provider.send({ prompt })))
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429, 429, 429, 429])
    const { creates, tasks, peak } = provider.sandbox.ledger()
    expect(creates.filter(({ refusal }) => refusal === 'beyond_limit')).toHaveLength(5)
    expect([tasks.length, peak]).toEqual([3, 3])
  })
})

describe('credits', () => {
  const codeOf = async (sent: Promise<Response>) => (await answerOf(await sent)).code

  it('run out after so many tasks, with the response of the fault, until they are topped up', async ({
    provider,
  }) => {
    provider.sandbox.set({ credits: 2 })
    expect(await codeOf(provider.send({ prompt }))).toBe(1000)
    expect(await codeOf(provider.send({ prompt }))).toBe(1000)
    const refused = await answerOf(await provider.send({ prompt }))
    provider.sandbox.fail({ on: 'create', fault: 'code-9000' })
    expect(refused).toEqual(await answerOf(await provider.send({ prompt })))
    expect(refused.code).toBe(9000)
    const { creates, tasks } = provider.sandbox.ledger()
    expect(creates.map(({ refusal }) => refusal)).toEqual([null, null, 'out_of_credits', null])
    expect(tasks).toHaveLength(2)

    provider.sandbox.set({ credits: 1 })
    expect(await codeOf(provider.send({ prompt }))).toBe(1000)
    expect(await codeOf(provider.send({ prompt }))).toBe(9000)
    provider.sandbox.set({ credits: null })
    expect(await codeOf(provider.send({ prompt }))).toBe(1000)
  })

  it('are left as they are by whatever creates nothing, and by other settings', async ({ provider }) => {
    provider.sandbox.set({ credits: 2, parallelTasks: 1 })
    await provider.create({ prompt })
    expect(await codeOf(provider.send({}))).toBe(9999)
    expect((await provider.send({ prompt })).status).toBe(429)
    provider.sandbox.fail({ on: 'create', fault: 'unauthorized' })
    expect((await provider.send({ prompt })).status).toBe(401)
    provider.sandbox.set({ parallelTasks: null })
    expect(await (await fetch(`${provider.url}/sandbox/settings`)).json()).toMatchObject({ credits: 1 })
    expect(await codeOf(provider.send({ prompt }))).toBe(1000)
    expect(await codeOf(provider.send({ prompt }))).toBe(9000)
  })

  it('pay for a task whose response is lost', async ({ provider }) => {
    provider.sandbox.set({ credits: 1 })
    provider.sandbox.fail({ on: 'create', fault: 'drop-after-accepting' })
    await expect(provider.send({ prompt })).rejects.toThrow()
    expect(await codeOf(provider.send({ prompt }))).toBe(9000)
  })
})
