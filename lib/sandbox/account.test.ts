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
