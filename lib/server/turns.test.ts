import { expect, test } from 'vitest'
import { problemOf } from '@/testing/generations/submission'
import { Turns } from './turns'

const BOUNDS = { total: 3, each: 2, waiting: 2, ms: 60_000 }

/** Work that records when it begins, and ends on request. */
function stage(bounds = BOUNDS) {
  const turns = new Turns(bounds)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const take = (user: string, name: string) =>
    turns.take(user, () => {
      begun.push(name)
      return new Promise<string>((end) => ends.set(name, () => end(name)))
    })
  const end = async (name: string, work: Promise<string>) => {
    ends.get(name)?.()
    await work
  }
  return { take, begun, end }
}
const soon = () => new Promise((done) => setImmediate(done))

test('a person gets no more than their share, and another begins at once', async () => {
  const { take, begun, end } = stage()
  const first = take('a', 'a1')
  void take('a', 'a2')
  void take('a', 'a3')
  void take('b', 'b1')
  await soon()
  expect(begun).toEqual(['a1', 'a2', 'b1'])
  await end('a1', first)
  await soon()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
})

test('whoever has waited longest since their last turn is next, however much another has queued', async () => {
  const { take, begun, end } = stage({ ...BOUNDS, total: 1, waiting: 9 })
  const works = new Map(
    ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map((name) => [name, take(name.charAt(0), name)]),
  )
  for (let n = 0; n < works.size; n++) {
    await soon()
    const name = begun.at(-1) ?? ''
    await end(name, works.get(name) ?? Promise.reject(new Error(name)))
  }
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('work is refused with retryAfter when too much waits, or for too long', async () => {
  const { take, begun, end } = stage({ ...BOUNDS, total: 1, ms: 20 })
  const first = take('a', 'a1')
  const waiting = [take('a', 'a2'), take('a', 'a3')].map(problemOf)
  const refused = await problemOf(take('a', 'a4'))
  expect(refused).toMatchObject({ code: 'rate_limited', details: { retryAfter: 1 } })
  expect((await Promise.all(waiting)).map(({ code }) => code)).toEqual(['rate_limited', 'rate_limited'])
  await end('a1', first)
  void take('a', 'a5')
  await soon()
  expect(begun).toEqual(['a1', 'a5'])
})

test('failing work passes its turn on', async () => {
  const turns = new Turns({ ...BOUNDS, total: 1 })
  const failing = turns.take('a', () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await turns.take('b', async () => 'yes')).toBe('yes')
})
