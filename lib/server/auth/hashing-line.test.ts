import { expect, test } from 'vitest'
import { problemOf } from '@/testing/auth/fixture'
import { inHashingLine } from './hashing-line'

/** Work that ends on request. */
function held() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { end, work: () => ended }
}

test('hashing runs one at a time, in order of arrival', async () => {
  const [first, begun] = [held(), [] as number[]]
  const before = inHashingLine(first.work)
  const rest = Array.from({ length: 20 }, (_, n) => inHashingLine(async () => begun.push(n)))
  await Promise.resolve()
  expect(begun).toEqual([])
  first.end()
  await Promise.all([before, ...rest])
  expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n))
})

test('with twenty waiting, another is refused with retryAfter and accepted later', async () => {
  const first = held()
  const all = [first.work, ...Array.from({ length: 20 }, () => async () => {})].map(inHashingLine)
  const refused = await problemOf(inHashingLine(async () => {}))
  expect(refused).toMatchObject({ code: 'rate_limited', details: { retryAfter: 3 } })
  first.end()
  await Promise.all(all)
  expect(await inHashingLine(async () => 'in')).toBe('in')
})

test('failing work passes its turn on', async () => {
  const fails = inHashingLine(async () => {
    throw new Error('hashing failed')
  })
  const next = inHashingLine(async () => 'in')
  await expect(fails).rejects.toThrow('hashing failed')
  expect(await next).toBe('in')
})
