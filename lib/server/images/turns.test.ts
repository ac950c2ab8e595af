import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn } from './turns'

/** Work that lasts until it is told to end, and what is at work. */
function crew() {
  const atWork: string[] = []
  const ends = new Map<string, () => void>()
  const send = (name: string, heavy = false) =>
    inTurn(heavy, async () => {
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

test('two at once, the others in the order of their arrival', async () => {
  const { atWork, send, end } = crew()
  const all = ['a', 'b', 'c', 'd'].map((name) => send(name))
  await setImmediate()
  expect(atWork).toEqual(['a', 'b'])
  await end('b')
  expect(atWork).toEqual(['a', 'c'])
  for (const name of ['a', 'c', 'd']) await end(name)
  await Promise.all(all)
})

test('a heavy one waits for both turns, is not overtaken, and works alone', async () => {
  const { atWork, send, end } = crew()
  const all = [send('light'), send('heavy', true), send('later')]
  await setImmediate()
  expect(atWork).toEqual(['light'])
  await end('light')
  expect(atWork).toEqual(['heavy'])
  await end('heavy')
  expect(atWork).toEqual(['later'])
  await end('later')
  await Promise.all(all)
})

test('work that fails gives its turn back', async () => {
  const failing = () => inTurn(true, () => Promise.reject(new Error('damaged')))
  await expect(failing()).rejects.toThrow('damaged')
  await expect(failing()).rejects.toThrow('damaged')
  expect(await inTurn(true, async () => 'done')).toBe('done')
})
