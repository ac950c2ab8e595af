import { expect, test } from 'vitest'
import { parseTaskid } from './taskid'
import { taskidSchema } from './taskid-schema'

const VALID: [unknown, string][] = [
  [' abcd_1234567890abcdef\n', 'abcd_1234567890abcdef'],
  [12, '12'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['two words/任务:1', 'two words/任务:1'],
]
const INVALID = [
  '',
  '  ',
  'x'.repeat(201),
  'a\nb',
  'a\u0000b',
  'a\u2028b',
  '\ud800',
  '\u200b',
  1.5,
  2 ** 53,
  null,
  {},
]

test.each(VALID)('%j is accepted as the taskid %j', (value, taskid) => {
  expect(parseTaskid(value)).toBe(taskid)
  expect(taskidSchema.parse(value)).toBe(taskid)
})

test.each(INVALID.map((value) => [value]))('%j is rejected as a taskid', (value) => {
  expect(parseTaskid(value)).toBeNull()
  expect(taskidSchema.safeParse(value).success).toBe(false)
})
