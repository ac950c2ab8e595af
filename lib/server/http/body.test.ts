import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { bodyOf } from './body'
import { whileReceiving } from './receiving'

const post = (body: ReadableStream, headers: Record<string, string> = {}) =>
  new Request('http://studio/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

test('a stalled body fails with upload_stalled, without cutting the connection', async () => {
  let cancelled = false
  const isQuiet = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from('half')),
    cancel: () => {
      cancelled = true
    },
  })
  await expect(buffer(bodyOf(post(isQuiet), 1_000, 20))).rejects.toMatchObject({ code: 'upload_stalled' })
  expect(cancelled, 'that would close the connection before the answer').toBe(false)
})

test('a slow body has no overall timeout while bytes arrive', async () => {
  let left = 40
  const slow = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      controller.enqueue(Buffer.from('x'))
      if (--left === 0) controller.close()
    },
  })
  expect(await buffer(bodyOf(post(slow), 1_000, 5_000))).toHaveLength(40)
})

test('a body whose sender disconnects fails as ended early', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('ECONNRESET')) })
  await expect(buffer(bodyOf(post(broken), 1_000))).rejects.toMatchObject({ code: 'invalid_input' })
})

test('one person may send 64 bodies at once, without limiting others', async () => {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const all = Array.from({ length: 64 }, () => whileReceiving('a', () => ended))
  const refused = expect.objectContaining({ code: 'rate_limited', details: { retryAfter: 30 } })
  await expect(whileReceiving('a', async () => 'read')).rejects.toEqual(refused)
  expect(await whileReceiving('b', async () => 'read')).toBe('read')
  end()
  await Promise.all(all)
  expect(await whileReceiving('a', async () => 'read')).toBe('read')
})
