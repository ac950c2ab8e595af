import { expect, test } from 'vitest'
import { positionBeside } from './menu-position'

const PHONE = { width: 360, height: 640 }
const MENU = { width: 200, height: 300 }
const button = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 40 })

test('it opens below, from the left edge of what opened it', () => {
  expect(positionBeside(button(20, 100), MENU, PHONE)).toEqual({ left: 20, top: 140 })
})

test('it opens above where there is no room below', () => {
  expect(positionBeside(button(20, 560), MENU, PHONE)).toEqual({ left: 20, top: 260 })
})

test('it is moved in at the right edge', () => {
  expect(positionBeside(button(310, 100), MENU, PHONE).left).toBe(152)
})

test('it stays whole where it fits neither below nor above', () => {
  const { top } = positionBeside(button(20, 200), { width: 200, height: 500 }, PHONE)
  expect(top).toBeGreaterThanOrEqual(8)
  expect(top + 500).toBeLessThanOrEqual(632)
})

test('what is larger than the window begins at its edge', () => {
  expect(positionBeside(button(20, 200), { width: 500, height: 900 }, PHONE)).toEqual({ left: 8, top: 8 })
})
