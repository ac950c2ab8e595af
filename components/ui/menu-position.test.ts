import { expect, test } from 'vitest'
import { positionBeside } from './menu-position'

const PHONE = { width: 360, height: 640 }
const MENU = { width: 200, height: 300 }
const button = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 40 })

test('a menu opens below its opener, aligned to the left edge', () => {
  expect(positionBeside(button(20, 100), MENU, PHONE)).toEqual({ left: 20, top: 140 })
})

test('a menu opens above if there is no room below', () => {
  expect(positionBeside(button(20, 560), MENU, PHONE)).toEqual({ left: 20, top: 260 })
})

test('a menu is shifted inwards at the right edge', () => {
  expect(positionBeside(button(310, 100), MENU, PHONE).left).toBe(152)
})

test('a menu that fits neither below nor above stays within the window', () => {
  const { top } = positionBeside(button(20, 200), { width: 200, height: 500 }, PHONE)
  expect(top).toBeGreaterThanOrEqual(8)
  expect(top + 500).toBeLessThanOrEqual(632)
})

test('a menu larger than the window starts at its margin', () => {
  expect(positionBeside(button(20, 200), { width: 500, height: 900 }, PHONE)).toEqual({ left: 8, top: 8 })
})
