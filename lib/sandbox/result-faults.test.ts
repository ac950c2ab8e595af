import { describe, expect } from 'vitest'
import { it } from '@/testing/sandbox/fixture'
import type { FaultOrder } from './faults'

type ResultFault = Extract<FaultOrder, { on: 'result' }>['fault']

describe('a download', () => {
  const completed = async (provider: { create: Create; completed: Completed }) => {
    const taskid = await provider.create({
      prompt: 'A koala waves.',
      resolution: '480p',
      return_last_frame: '1',
    })
    const { url } = await provider.completed(taskid)
    return { taskid, rendered: url[0] ?? '', lastFrame: url[1] ?? '' }
  }
  type Create = (fields: Record<string, string>) => Promise<string>
  type Completed = (taskid: string) => Promise<{ url: string[] }>

  it.for(['drop', 'cut'] as const)('fails by %s, and the next one succeeds', async (fault, { provider }) => {
    const { rendered } = await completed(provider)
    provider.sandbox.fail({ on: 'result', fault })
    await expect(fetch(rendered).then((response) => response.arrayBuffer())).rejects.toThrow()
    expect((await fetch(rendered)).status).toBe(200)
  })

  it('that is cut announces the full length and sends half of it', async ({ provider }) => {
    const { rendered } = await completed(provider)
    const { byteLength } = await (await fetch(rendered)).arrayBuffer()
    provider.sandbox.fail({ on: 'result', fault: 'cut' })
    const response = await fetch(rendered)
    expect(response.headers.get('content-length')).toBe(`${byteLength}`)
    let received = 0
    const reading = async () => {
      for await (const chunk of response.body ?? []) received += chunk.byteLength
    }
    await expect(reading()).rejects.toThrow()
    expect(received).toBe(byteLength >> 1)
  })

  it.for<[fault: ResultFault, status: number, type: string]>([
    ['forbidden', 403, 'application/xml'],
    ['http-error', 500, 'application/json'],
    ['html', 200, 'text/html; charset=utf-8'],
    ['wrong-type', 200, 'application/octet-stream'],
  ])('gets a wrong response by %s', async ([fault, status, type], { provider }) => {
    const { rendered } = await completed(provider)
    provider.sandbox.fail({ on: 'result', fault })
    const response = await fetch(rendered)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe(type)
    expect(provider.sandbox.ledger().downloads).toMatchObject([{ fault, status }])
  })

  it('fails for good once its URL has expired', async ({ provider }) => {
    const { taskid, rendered } = await completed(provider)
    provider.sandbox.fail({ on: 'result', fault: 'expired' })
    expect([(await fetch(rendered)).status, (await fetch(rendered)).status]).toEqual([403, 403])
    provider.sandbox.set({ renewResults: 'when-expired' })
    expect((await fetch((await provider.read(taskid)).url?.[0] ?? '')).status).toBe(200)
  })

  it('is redirected to a new URL or to any location', async ({ provider }) => {
    const { rendered } = await completed(provider)
    provider.sandbox.fail({ on: 'result', fault: 'moved' })
    const followed = await fetch(rendered)
    expect([followed.redirected, followed.status]).toEqual([true, 200])
    expect(followed.headers.get('content-type')).toBe('video/mp4')
    const location = 'http://169.254.169.254/latest/meta-data'
    provider.sandbox.fail({ on: 'result', fault: 'moved', status: 307, location })
    const led = await fetch(rendered, { redirect: 'manual' })
    expect([led.status, led.headers.get('location')]).toEqual([307, location])
  })

  it('is slow or dripping, but complete', async ({ provider }) => {
    const { lastFrame } = await completed(provider)
    const whole = await (await fetch(lastFrame)).arrayBuffer()
    provider.sandbox.fail({ on: 'result', fault: 'drip', ms: 1 }, { on: 'result', fault: 'slow', ms: 20 })
    for (const _ of ['drip', 'slow']) {
      const again = await (await fetch(lastFrame)).arrayBuffer()
      expect(Buffer.from(again).equals(Buffer.from(whole))).toBe(true)
    }
  })

  it('can fail for only one of the files', async ({ provider }) => {
    const { rendered, lastFrame } = await completed(provider)
    provider.sandbox.fail({ on: 'result', fault: 'forbidden', file: 'last-frame' })
    expect([(await fetch(rendered)).status, (await fetch(lastFrame)).status]).toEqual([200, 403])
  })
})
