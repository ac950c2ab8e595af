import { describe, expect, vi } from 'vitest'
import { it, TIMEOUT_MS } from '@/testing/sandbox/fixture'

const prompt = 'A koala waves.'
/** How long a task takes with the default settings. */
const TASK_MS = 6_000

type Reads = { read(taskid: string): Promise<{ task_status: number }> }

const statusesOf = async ({ read }: Reads, taskids: string[]) =>
  Promise.all(taskids.map(async (taskid) => (await read(taskid)).task_status))

/** Waits for the videos of tasks that began at the current time, and goes on to the end of their processing. */
async function rendered(provider: Reads, clock: { now: number }, ...taskids: string[]): Promise<void> {
  clock.now += 5_000
  await vi.waitFor(async () => expect(await statusesOf(provider, taskids)).toEqual(taskids.map(() => 5)), {
    timeout: TIMEOUT_MS,
  })
}

describe('a task counts until it', () => {
  it('is completed', async ({ provider, clock }) => {
    provider.sandbox.set({ parallelTasks: 1 })
    const status = async () => (await provider.send({ prompt })).status
    await rendered(provider, clock, await provider.create({ prompt }))
    clock.now += 999
    expect(await status()).toBe(429)
    clock.now += 1
    expect([await status(), await status()]).toEqual([200, 429])
  })

  it('has failed', async ({ provider, clock }) => {
    provider.sandbox.set({ parallelTasks: 1 })
    const status = async () => (await provider.send({ prompt })).status
    const taskid = await provider.create({ prompt })
    provider.sandbox.fail({ on: 'read', fault: 'task-failed' })
    await provider.read(taskid)
    clock.now += 4_999
    expect(await status()).toBe(429)
    clock.now += 1
    expect([await status(), await status()]).toEqual([200, 429])
    expect(await provider.read(taskid)).toMatchObject({ task_status: 4 })
  })

  it('is deleted', async ({ provider }) => {
    provider.sandbox.set({ parallelTasks: 1 })
    const status = async () => (await provider.send({ prompt })).status
    const taskid = await provider.create({ prompt })
    expect(await status()).toBe(429)
    await provider.remove(taskid)
    expect([await status(), await status()]).toEqual([200, 429])
  })

  it('is forgotten with the ledger', async ({ provider }) => {
    provider.sandbox.set({ parallelTasks: 1 })
    await provider.create({ prompt })
    await provider.sandbox.forget()
    expect(provider.sandbox.ledger().peak).toBe(0)
    await provider.create({ prompt })
  })
})

describe('the peak in the ledger', () => {
  it('is the most tasks that were in the making at once, without a limit too', async ({
    provider,
    clock,
  }) => {
    expect(provider.sandbox.ledger().peak).toBe(0)
    const [first, second] = [await provider.create({ prompt }), await provider.create({ prompt })]
    expect(provider.sandbox.ledger().peak).toBe(2)
    await provider.remove(first)
    await provider.create({ prompt })
    expect(provider.sandbox.ledger().peak).toBe(2)
    await provider.completed(second)
    clock.now += TASK_MS
    await provider.create({ prompt })
    expect(provider.sandbox.ledger().peak).toBe(2)
  })
})

describe('a task beyond the limit that waits', () => {
  it('stays pending until there is room, then takes as long as any other, in order', async ({
    provider,
    clock,
  }) => {
    provider.sandbox.set({ parallelTasks: 1, beyondLimit: 'waits' })
    const taskids: string[] = []
    for (const _ of [1, 2, 3]) taskids.push(await provider.create({ prompt }))
    const [first = ''] = taskids
    await rendered(provider, clock, first)
    expect(await statusesOf(provider, taskids)).toEqual([5, 1, 1])
    clock.now += 1_000
    expect(await statusesOf(provider, taskids)).toEqual([3, 1, 1])
    clock.now += 999
    expect(await statusesOf(provider, taskids)).toEqual([3, 1, 1])
    clock.now += 1
    expect(await statusesOf(provider, taskids)).toEqual([3, 2, 1])
    clock.now += 4_000
    expect(await statusesOf(provider, taskids)).toEqual([3, 5, 1])
    clock.now += 2_000
    expect(await statusesOf(provider, taskids)).toEqual([3, 3, 2])
    clock.now += 5_000
    expect(await statusesOf(provider, taskids)).toEqual([3, 3, 3])
    const { creates, peak } = provider.sandbox.ledger()
    expect(creates.map(({ taskid, refusal }) => [taskid, refusal])).toEqual(taskids.map((id) => [id, null]))
    expect(peak).toBe(1)
  })

  it('starts when there was room, however late somebody looks', async ({ provider, clock }) => {
    provider.sandbox.set({ parallelTasks: 2, beyondLimit: 'waits' })
    const taskids: string[] = []
    for (const _ of [1, 2, 3, 4, 5]) taskids.push(await provider.create({ prompt }))
    await rendered(provider, clock, ...taskids.slice(0, 2))
    clock.now += 1_000 + TASK_MS - 1 // the first two took TASK_MS, and the next two will have in 1 ms
    const statuses = () => provider.sandbox.ledger().tasks.map(({ status }) => status)
    expect(statuses()).toEqual([3, 3, 5, 5, 1])
    clock.now += 1 + TASK_MS - 1
    expect(statuses()).toEqual([3, 3, 3, 3, 5])
    expect(provider.sandbox.ledger().peak).toBe(2)
  })

  it('starts when one before it is deleted, and needs no room when it is deleted itself', async ({
    provider,
    clock,
  }) => {
    provider.sandbox.set({ parallelTasks: 1, beyondLimit: 'waits' })
    const [first, second, third] = [
      await provider.create({ prompt }),
      await provider.create({ prompt }),
      await provider.create({ prompt }),
    ]
    clock.now += 2_000
    await provider.remove(first, second)
    clock.now += 999
    expect(await statusesOf(provider, [third])).toEqual([1])
    clock.now += 1
    expect(await statusesOf(provider, [third])).toEqual([2])
  })

  it('starts when one before it was completed, although that is deleted later', async ({
    provider,
    clock,
  }) => {
    provider.sandbox.set({ parallelTasks: 1, beyondLimit: 'waits' })
    const [first, second] = [await provider.create({ prompt }), await provider.create({ prompt })]
    await rendered(provider, clock, first)
    clock.now += 1_000 + 500
    await provider.remove(first)
    clock.now += 499
    expect(await statusesOf(provider, [second])).toEqual([1])
    clock.now += 1
    expect(await statusesOf(provider, [second])).toEqual([2])
  })

  it('starts when one before it has failed', async ({ provider, clock }) => {
    provider.sandbox.set({ parallelTasks: 1, beyondLimit: 'waits' })
    const taskids = [await provider.create({ prompt }), await provider.create({ prompt })]
    provider.sandbox.fail({ on: 'read', fault: 'task-failed', taskid: taskids[0] })
    expect(await statusesOf(provider, taskids)).toEqual([1, 1])
    clock.now += 5_999
    expect(await statusesOf(provider, taskids)).toEqual([4, 1])
    clock.now += 1
    expect(await statusesOf(provider, taskids)).toEqual([4, 2])
  })

  it('starts no earlier than somebody could know of the room', async ({ provider, clock }) => {
    provider.sandbox.set({ parallelTasks: 1, beyondLimit: 'waits' })
    const taskids = [await provider.create({ prompt }), await provider.create({ prompt })]
    const [first = ''] = taskids
    clock.now += 4_500
    provider.sandbox.fail(
      { on: 'read', fault: 'task-failed', taskid: first },
      { on: 'read', fault: 'skip-statuses', taskid: first, statuses: [1, 2] },
    )
    expect(await provider.read(first)).toMatchObject({ task_status: 2 })
    expect(await provider.read(first)).toMatchObject({ task_status: 4 })
    clock.now += 999
    expect(await statusesOf(provider, taskids)).toEqual([4, 1])
    clock.now += 1
    expect(await statusesOf(provider, taskids)).toEqual([4, 2])
  })

  it('starts when the limit is raised, and new ones are queued behind it', async ({ provider, clock }) => {
    provider.sandbox.set({ parallelTasks: 1, beyondLimit: 'waits' })
    const taskids: string[] = []
    for (const _ of [1, 2, 3]) taskids.push(await provider.create({ prompt }))
    clock.now += 1_000
    provider.sandbox.set({ parallelTasks: 2 })
    taskids.push(await provider.create({ prompt }))
    expect(await statusesOf(provider, taskids)).toEqual([2, 1, 1, 1])
    clock.now += 1_000
    expect(await statusesOf(provider, taskids)).toEqual([2, 2, 1, 1])
    provider.sandbox.set({ parallelTasks: null })
    clock.now += 1_000
    expect(await statusesOf(provider, taskids)).toEqual([2, 2, 2, 2])
    expect(provider.sandbox.ledger().peak).toBe(4)
  })
})
