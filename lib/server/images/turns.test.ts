import { setMaxListeners } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Problem } from '@/lib/shared/problem'
import { type Asker, inTurn, refuseLongQueue } from './turns'

type Sent = Partial<Asker> & { heavy?: boolean }

/** Work that ends on request, with a list of what is running. */
function crew() {
  const atWork: string[] = []
  const ends = new Map<string, () => void>()
  const send = (
    name: string,
    { heavy = false, person: user = 'a', signal = new AbortController().signal, ...bound }: Sent = {},
  ) =>
    inTurn(heavy, { person: user, signal, ...bound }, async () => {
      atWork.push(name)
      await new Promise<void>((end) => ends.set(name, end))
      atWork.splice(atWork.indexOf(name), 1)
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await setImmediate()
  }
  return { atWork, send, end }
}

test('two images run at once, the others of a person in order of arrival', async () => {
  const { atWork, send, end } = crew()
  const all = ['a', 'b', 'c', 'd'].map((name) => send(name))
  await setImmediate()
  expect(atWork).toEqual(['a', 'b'])
  await end('b')
  expect(atWork).toEqual(['a', 'c'])
  for (const name of ['a', 'c', 'd']) await end(name)
  await Promise.all(all)
})

test('a person who may have one at once leaves the other turn to somebody else', async () => {
  const { atWork, send, end } = crew()
  const all = [send('a1', { each: 1 }), send('a2', { each: 1 }), send('b1', { each: 1, person: 'b' })]
  await setImmediate()
  expect(atWork).toEqual(['a1', 'b1'])
  await end('a1')
  expect(atWork).toEqual(['b1', 'a2'])
  for (const name of ['b1', 'a2']) await end(name)
  await Promise.all(all)
})

test('a heavy image waits for both turns, is not overtaken, and runs alone', async () => {
  const { atWork, send, end } = crew()
  const all = [send('light'), send('heavy', { heavy: true }), send('later')]
  await setImmediate()
  expect(atWork).toEqual(['light'])
  await end('light')
  expect(atWork).toEqual(['heavy'])
  await end('heavy')
  expect(atWork).toEqual(['later'])
  await end('later')
  await Promise.all(all)
})

test('twelve heavy images of one person delay another by one of them at a time', async () => {
  const { atWork, send, end } = crew()
  const heavy = Array.from({ length: 12 }, (_, n) => `heavy ${n}`)
  const all = heavy.map((name) => send(name, { heavy: true, person: 'many' }))
  await setImmediate()
  for (const round of [0, 1, 2]) {
    expect(atWork).toEqual([`heavy ${round}`])
    all.push(send(`light ${round}`, { person: 'few' }))
    await end(`heavy ${round}`)
    expect(atWork).toEqual([`light ${round}`])
    await end(`light ${round}`)
  }
  for (const name of heavy) await end(name)
  await Promise.all(all)
})

test('people who keep sending don’t starve whoever waits longest', async () => {
  const { atWork, send, end } = crew()
  const all = [send('first', { heavy: true }), send('patient', { heavy: true })]
  for (const user of ['b', 'c']) all.push(send(user, { heavy: true, person: user }))
  await setImmediate()
  for (const name of ['first', 'b', 'c']) {
    expect(atWork).toEqual([name])
    // Whoever had a turn queues again at once.
    if (name !== 'first') all.push(send(`${name} again`, { heavy: true, person: name }))
    await end(name)
  }
  expect(atWork).toEqual(['patient'])
  for (const name of ['patient', 'b again', 'c again']) await end(name)
  await Promise.all(all)
})

test('a disconnected client gives up its turn, its work doesn’t start, and the next isn’t delayed', async () => {
  const { atWork, send, end } = crew()
  const leave = new AbortController()
  const light = send('light')
  const heavy = send('heavy', { heavy: true, signal: leave.signal })
  const later = send('later')
  await setImmediate()
  expect(atWork).toEqual(['light'])
  leave.abort()
  await expect(heavy).rejects.toBe(leave.signal.reason)
  await setImmediate()
  expect(atWork).toEqual(['light', 'later'])
  await expect(send('gone before', { signal: leave.signal })).rejects.toBe(leave.signal.reason)
  for (const name of ['light', 'later']) await end(name)
  await Promise.all([light, later])
  expect(atWork).toEqual([])
})

test('the queue is limited per person and in all', async () => {
  const { send, end } = crew()
  const leave = new AbortController()
  const { signal } = leave
  setMaxListeners(0, signal) // one signal for many waiting calls
  const all = [send('busy', { heavy: true })]
  const fill = (user: string, times: number) => {
    for (let n = 0; n < times; n++) all.push(send(`${user}${n}`, { person: user, signal }))
  }
  const expectFull = (user: string) => {
    const refused = expect.objectContaining({ code: 'rate_limited', details: { retryAfter: 10 } })
    expect(() => refuseLongQueue(user)).toThrow(Problem)
    expect(() => refuseLongQueue(user)).toThrow(refused)
    return expect(send('too many', { person: user })).rejects.toEqual(refused)
  }
  fill('a', 64)
  await expectFull('a')
  for (const user of ['b', 'c', 'd']) fill(user, 64)
  await expectFull('e')
  leave.abort()
  expect((await Promise.allSettled(all.slice(1))).every(({ status }) => status === 'rejected')).toBe(true)
  expect(() => refuseLongQueue('a')).not.toThrow()
  await end('busy')
  await all[0]
})

test('failing work gives its turn back', async () => {
  const nobody = { person: 'a' }
  const failing = () => inTurn(true, nobody, () => Promise.reject(new Error('damaged')))
  await expect(failing()).rejects.toThrow('damaged')
  await expect(failing()).rejects.toThrow('damaged')
  expect(await inTurn(true, nobody, async () => 'done')).toBe('done')
})
