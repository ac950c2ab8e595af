import { expect, test } from 'vitest'
import { unlessKnown } from './index'

const page = { items: [{ id: 'a', prompt: 'A koala waves.', starred: false }], nextCursor: null }
const ask = (body: unknown, known?: string) =>
  unlessKnown(new Request('http://studio', { headers: known ? { 'if-none-match': known } : {} }), body, [
    'prompt',
  ])
const tag = (body: unknown) => ask(body).headers.get('etag') ?? ''

test('an unchanged response is not sent again', async () => {
  const first = ask(page)
  expect(first.status).toBe(200)
  expect(await first.json()).toEqual(page)
  const again = ask({ ...page }, tag(page))
  expect(again.status).toBe(304)
  expect(again.headers.get('etag')).toBe(tag(page))
  expect(await again.text()).toBe('')
})

test.each([
  { ...page, nextCursor: 'a' },
  { ...page, items: [] },
  { ...page, items: [{ ...page.items[0], starred: true }] },
  { ...page, items: [{ ...page.items[0], id: 'b' }] },
])('a changed response is sent: %j', async (other) => {
  const answer = ask(other, tag(page))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual(other)
})

test('the response must not be stored by browsers or proxies', () => {
  for (const answer of [ask(page), ask(page, tag(page))])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

test('If-None-Match accepts several tags, strong or weak, and *', () => {
  const strong = tag(page).replace('W/', '')
  for (const known of [`"x", ${tag(page)}`, strong, '*', ` ${strong} ,"y"`])
    expect(ask(page, known).status).toBe(304)
  for (const known of ['"x"', '', 'nonsense', `${strong.slice(0, -2)}"`])
    expect(ask(page, known).status).toBe(200)
})
