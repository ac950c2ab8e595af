import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTurn } from './in-turn'

const waiting = (people: string) => [...people].map((person, index) => ({ id: `${person}${index}`, person }))
const orderOf = (people: string, servedAt?: Map<string, string>) =>
  inTurn(waiting(people), servedAt)
    .map(({ person }) => person)
    .join('')

describe('people take turns', () => {
  test.each([
    ['', ''],
    ['aaa', 'aaa'],
    ['aaab', 'abaa'],
    ['aabbcc', 'abcabc'],
    ['abbbb', 'abbbb'],
  ])('%s is taken as %s', (people, order) => expect(orderOf(people)).toBe(order))

  test('whoever was served the longest ago comes first, and who never was before all', () => {
    const servedAt = new Map([
      ['a', '2026-11-02'],
      ['b', '2026-11-01'],
    ])
    expect(orderOf('aabbcc', servedAt)).toBe('cbacba')
  })

  test('nobody is left out or served before their turn, and each one’s own stay in order', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }).map((all) => all.join(''))
    fc.assert(
      fc.property(line, (people) => {
        const all = waiting(people)
        const order = inTurn(all)
        expect(order.toSorted((one, other) => all.indexOf(one) - all.indexOf(other))).toEqual(all)
        for (const person of new Set(people)) {
          const own = order.filter((one) => one.person === person)
          expect(own).toEqual(all.filter((one) => one.person === person))
          // Between two of one person's, everybody else is served once at most.
          for (const [index, one] of own.entries()) {
            const next = own[index + 1]
            if (!next) continue
            const between = order
              .slice(order.indexOf(one) + 1, order.indexOf(next))
              .map((other) => other.person)
            expect(new Set(between).size).toBe(between.length)
          }
        }
      }),
    )
  })
})
