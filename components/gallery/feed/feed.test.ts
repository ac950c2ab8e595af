import { describe, expect, test } from 'vitest'
import type { Generation, Status } from '@/lib/shared/generation'
import { submissionSchema } from '@/lib/shared/models/schema'
import { ALL, type View } from '@/lib/shared/view'
import { beginFeed, changeFeed, type Feed, type FeedAction } from './feed'

const video = (id: string, status: Status = 'completed', more: Partial<Generation> = {}): Generation => ({
  ...submissionSchema.parse({ prompt: `film ${id}` }),
  id,
  taskid: null,
  taskidEntered: false,
  status,
  images: [],
  starred: false,
  shared: false,
  by: null,
  manageable: true,
  failure: null,
  video: null,
  lastFrame: null,
  poster: null,
  createdAt: '',
  updatedAt: status,
  completedAt: null,
  ...more,
})
const videos = (ids: string) => [...ids].map((id) => video(id))
const begin = (ids: string, next: string | null, more: Partial<Parameters<typeof beginFeed>[0]> = {}) =>
  beginFeed({ view: ALL, page: { items: videos(ids), nextCursor: next }, making: [], ...more })
const ids = ({ items }: Pick<Feed, 'items'>) => items.map(({ id }) => id).join('')
const changed = (feed: Feed, ...actions: FeedAction[]) => actions.reduce(changeFeed, feed)
const newest = (found: string, to: string | null, since = 0): FeedAction => ({
  type: 'read',
  view: ALL,
  stretch: { from: null, items: videos(found), to },
  since,
})

describe('reading the newest', () => {
  test('adds what is new and keeps what lies below', () => {
    const feed = changed(begin('hgf', 'f'), newest('jih', 'h'))
    expect([ids(feed), feed.next, feed.newest]).toEqual(['jihgf', 'f', 'j'])
  })

  test('takes out what is missing in it, and nothing below it', () => {
    expect(ids(changed(begin('hgfed', null), newest('hf', 'f')))).toBe('hfed')
  })

  test('starts over where it does not reach what is known', () => {
    const feed = changed(begin('dcba', null), newest('zyx', 'x'))
    expect([ids(feed), feed.next]).toEqual(['zyx', 'x'])
  })

  test('does not take what was created here meanwhile for what was known before', () => {
    const feed = changed(begin('dcb', 'b'), { type: 'upsert', generation: video('z') }, newest('zyx', 'x', 1))
    expect([ids(feed), feed.next]).toEqual(['zyx', 'x'])
  })

  test('to the very end, there is nothing more to read', () => {
    expect(changed(begin('dc', 'c'), newest('d', null))).toMatchObject({ items: videos('d'), next: null })
  })

  test('changes no object when nothing has changed', () => {
    const feed = begin('dcb', 'b')
    expect(changed(feed, newest('dcb', 'b')).items).toBe(feed.items)
  })
})

describe('reading on', () => {
  const more = (from: string, found: string, to: string | null): FeedAction => ({
    type: 'read',
    view: ALL,
    stretch: { from, items: videos(found), to },
    since: 0,
  })
  test('goes on where it ended', () => {
    const feed = changed(begin('hg', 'g'), more('g', 'fe', 'e'), more('e', 'd', null))
    expect([ids(feed), feed.next]).toEqual(['hgfed', null])
  })

  test('is of no use once the feed has started over', () => {
    const feed = changed(begin('cb', 'b'), newest('zyx', 'x'), more('b', 'a', null))
    expect([ids(feed), feed.next]).toEqual(['zyx', 'x'])
  })

  test('is of no use for what is shown no longer', () => {
    const done: View = { show: 'done', text: '' }
    expect(ids(changed(begin('cb', 'b'), { type: 'show', view: done }, more('b', 'a', null)))).toBe('cb')
  })
})

describe('what was changed here', () => {
  test('is not undone by a reading that began before', () => {
    const feed = changed(
      begin('cba', null),
      { type: 'upsert', generation: video('d', 'pending') },
      { type: 'upsert', generation: video('b', 'pending') },
      { type: 'drop', id: 'c' },
      newest('cba', null, 0),
    )
    expect(ids(feed)).toBe('dba')
    expect(feed.items[1]?.status).toBe('pending')
    expect(feed.making.map(({ id }) => id)).toEqual(['d', 'b'])
  })

  test('is taken over by one that began after', () => {
    const feed = changed(begin('b', null), { type: 'upsert', generation: video('c', 'pending') })
    expect(ids(changed(feed, newest('b', null, feed.changes)))).toBe('b')
  })

  test('is seen although the server has not heard of it yet, and stays until it has', () => {
    const starred = video('b', 'completed', { starred: true })
    const feed = changed(begin('ba', null), { type: 'upsert', generation: starred })
    expect(feed.items[0]).toBe(starred)
    expect(changed(feed, newest('ba', null, feed.changes)).items[0]).toBe(starred)
  })

  test('does not come back once it is deleted, unless that is taken back', () => {
    const feed = changed(begin('ba', null), { type: 'drop', id: 'b' })
    expect(ids(changed(feed, newest('ba', null, 99)))).toBe('a')
    expect(ids(changed(feed, { type: 'upsert', generation: video('b') }))).toBe('ba')
  })
})

describe('what is being made', () => {
  const making = [video('g', 'processing'), video('b', 'saving')]
  const mergeRead = (...items: Generation[]): FeedAction => ({ type: 'mergeRead', items, gone: [], since: 0 })

  test('is known wherever it stands, and told once when it ends', () => {
    const start = begin('hg', 'g', { making })
    const feed = changed(start, mergeRead(video('b')))
    expect(feed.making.map(({ id }) => id)).toEqual(['g'])
    expect(feed.ended.map(({ id }) => id)).toEqual(['b'])
    expect(ids(feed), 'it stands below what was read').toBe('hg')
    expect(changed(feed, mergeRead(video('b'), video('g', 'pending'))).ended).toBe(feed.ended)
  })

  test('is not over because a reading does not hold it', () => {
    expect(changed(begin('hg', null, { making }), newest('h', null)).making).toEqual(making)
  })

  test('is over when there is nothing of it any more', () => {
    const feed = changed(begin('', null, { making }), { type: 'mergeRead', items: [], gone: ['b'], since: 0 })
    expect(feed.making.map(({ id }) => id)).toEqual(['g'])
    expect(feed.ended).toEqual([])
  })
})

describe('a view', () => {
  const done: View = { show: 'done', text: '' }
  const mixed = [video('d'), video('c', 'failed'), video('b', 'pending'), video('a')]
  const start = beginFeed({ view: ALL, page: { items: mixed, nextCursor: null }, making: [] })

  test('begins with what is known of it, until it is read', () => {
    const feed = changed(start, { type: 'show', view: done })
    expect([ids(feed), feed.read]).toEqual(['da', false])
    const stretch = { from: null, items: videos('dca'), to: null }
    expect(changed(feed, { type: 'read', view: done, stretch, since: 0 })).toMatchObject({
      read: true,
      next: null,
    })
  })

  test('takes in and lets go of videos as they change', () => {
    const feed = changed(start, { type: 'show', view: done })
    expect(ids(changed(feed, { type: 'upsert', generation: video('b') }))).toBe('dba')
    expect(ids(changed(feed, { type: 'upsert', generation: video('a', 'failed') }))).toBe('d')
  })
})
