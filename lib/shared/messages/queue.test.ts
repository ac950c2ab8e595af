import { expect, test } from 'vitest'
import { queueEn } from './en/queue'
import { queueZh } from './zh/queue'

test.each([
  [1, 'Next in line', '排队中，下一个'],
  [2, 'In line, 2nd', '排队中，第 2 位'],
  [3, 'In line, 3rd', '排队中，第 3 位'],
  [11, 'In line, 11th', '排队中，第 11 位'],
  [21, 'In line, 21st', '排队中，第 21 位'],
  [1_112, 'In line, 1,112th', '排队中，第 1,112 位'],
])('position %i is “%s”', (position, english, chinese) => {
  expect(queueEn.position(position)).toBe(english)
  expect(queueZh.position(position)).toBe(chinese)
})

test.each([
  [0, 'Starts within a minute', '预计 1 分钟内开始'],
  [60, 'Starts in about 1 min', '预计约 1 分钟后开始'],
  [250, 'Starts in about 4 min', '预计约 4 分钟后开始'],
  [5_399, 'Starts in about 90 min', '预计约 90 分钟后开始'],
  [9_000, 'Starts in about 3 h', '预计约 3 小时后开始'],
])('a start in %i s is “%s”', (seconds, english, chinese) => {
  expect(queueEn.startsIn(seconds)).toBe(english)
  expect(queueZh.startsIn(seconds)).toBe(chinese)
})
