import { expect, test } from 'vitest'
import { ACTIVE, STATUSES } from './generation'
import { addressOf, belongs, parametersOf, parseView, type SHOWS } from './view'

const video = { status: 'completed', starred: false, prompt: 'The TIDE comes in, ３Ｄ.' } as const

test.each([
  ['/', { show: 'all', text: '' }],
  ['/?show=done', { show: 'done', text: '' }],
  ['/?q=%E8%80%83%E6%8B%89+%26+co', { show: 'all', text: '考拉 & co' }],
  ['/?show=starred&q=tide', { show: 'starred', text: 'tide' }],
  ['/?show=done&tag=%E6%B5%B7+%26', { show: 'done', text: '', tag: '海 &' }],
] as const)('the address %s and its view convert into each other', (address, view) => {
  expect(addressOf(view)).toBe(address)
  expect(parseView(Object.fromEntries(new URL(address, 'http://a').searchParams))).toEqual(view)
})

test('an address with an unknown view shows all generations', () => {
  expect(parseView({ show: 'toString', q: undefined })).toEqual({ show: 'all', text: '' })
  expect(parseView({ show: ['done', 'failed'], q: [' tide ', 'sea'] })).toEqual({ show: 'all', text: 'tide' })
})

test('a tag in an address is cut to what the server takes, and none that shows nothing is one', () => {
  expect(parseView({ tag: [` ${'😀'.repeat(50)}`, 'b'] }).tag).toBe('😀'.repeat(40))
  expect(parseView({ tag: ' \u200b' }).tag).toBeUndefined()
})

test.each([
  ['tide', true],
  ['TIDE', true],
  ['３d', true],
  ['tid', false],
])('the tag %j selects in the browser what it does on the server', (tag, found) => {
  expect(belongs({ show: 'all', text: '', tag }, { ...video, tags: ['Tide', '3D'] })).toBe(found)
  expect(belongs({ show: 'all', text: '', tag }, video)).toBe(false)
})

test('every status belongs to exactly one of the views making, done and failed', () => {
  const shown = (show: (typeof SHOWS)[number]) =>
    STATUSES.filter((status) => belongs({ show, text: '' }, { ...video, status }))
  expect(shown('all')).toEqual([...STATUSES])
  expect(shown('making')).toEqual([...ACTIVE])
  expect([...shown('making'), ...shown('done'), ...shown('failed')]).toEqual([...STATUSES])
})

test.each([
  ['', true],
  ['tide', true],
  ['IN tide', true],
  ['3d', true],
  ['tides', false],
  ['tide sea', false],
])('searching for %j in the browser gives the same result as on the server', (text, found) => {
  expect(belongs({ show: 'all', text }, video)).toBe(found)
})

test('the view of starred videos contains them whatever their status', () => {
  expect(belongs({ show: 'starred', text: '' }, video)).toBe(false)
  expect(belongs({ show: 'starred', text: 'tide' }, { ...video, starred: true, status: 'failed' })).toBe(true)
  expect(parametersOf({ show: 'starred', text: 'tide' })).toEqual({ starred: '1', q: 'tide' })
  expect(parametersOf({ show: 'failed', text: '' })).toEqual({ status: 'failed,rejected,unknown' })
})

test('the team view contains a generation only while it is shared', () => {
  const theirs = { ...video, by: 'Mei' }
  expect(belongs({ show: 'team', text: '' }, { ...theirs, shared: true })).toBe(true)
  expect(belongs({ show: 'team', text: '' }, { ...theirs, shared: false })).toBe(false)
})
