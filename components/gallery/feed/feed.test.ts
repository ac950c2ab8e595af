import { describe, expect, test } from 'vitest'
import type { Generation, Status } from '@/lib/shared/generation'
import { submissionSchema } from '@/lib/shared/models/schema'
import { ALL, type View } from '@/lib/shared/view'
import { beginFeed, changeFeed, type Feed, type FeedAction } from './feed'

const video = (id: string, status: Status = 'completed', more: Partial<Generation> = {}): Generation => ({
  ...submissionSchema.parse({ prompt: `video ${id}` }),
  id,
  taskid: null,
  taskidEntered: false,
  status,
  seed: null,
  images: [],
  tags: [],
  starred: false,
  shared: false,
  by: null,
  manageable: true,
  failure: null,
  video: null,
  lastFrame: null,
  poster: null,
  queue: null,
  cost: null,
  batch: null,
  createdAt: '',
  sentAt: null,
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

describe('reading the newest page', () => {
  test('adds new videos and keeps the older ones', () => {
    const feed = changed(begin('hgf', 'f'), newest('jih', 'h'))
    expect([ids(feed), feed.next, feed.newest]).toEqual(['jihgf', 'f', 'j'])
  })

  test('removes videos missing from its range, and none older than that', () => {
    expect(ids(changed(begin('hgfed', null), newest('hf', 'f')))).toBe('hfed')
  })

  test('starts over when it does not reach the known videos', () => {
    const feed = changed(begin('dcba', null), newest('zyx', 'x'))
    expect([ids(feed), feed.next]).toEqual(['zyx', 'x'])
  })

  test('does not mistake a video created locally for one that was read before', () => {
    const feed = changed(begin('dcb', 'b'), { type: 'upsert', generation: video('z') }, newest('zyx', 'x', 1))
    expect([ids(feed), feed.next]).toEqual(['zyx', 'x'])
  })

  test('that reaches the end leaves nothing more to load', () => {
    expect(changed(begin('dc', 'c'), newest('d', null))).toMatchObject({ items: videos('d'), next: null })
  })

  test('moves a queued one up although its record is as it was', () => {
    const queued = (position: number) =>
      video('d', 'queued', { queue: { position, paused: null, startsIn: 60 * position } })
    const page = { items: [queued(3)], nextCursor: null }
    const feed = beginFeed({ view: ALL, page, making: page.items })
    const read = (item: Generation): FeedAction => ({
      type: 'read',
      view: ALL,
      stretch: { from: null, items: [item], to: null },
      since: 0,
    })
    const moved = changed(feed, read(queued(2)))
    expect(moved.items[0]?.queue?.position).toBe(2)
    expect(moved.making).toEqual(moved.items)
    expect(moved.ended).toEqual([])
    expect(changed(moved, read(queued(2))).items).toBe(moved.items)
  })

  test('keeps every object’s identity when nothing has changed', () => {
    const feed = begin('dcb', 'b')
    expect(changed(feed, newest('dcb', 'b')).items).toBe(feed.items)
  })
})

describe('loading more', () => {
  const more = (from: string, found: string, to: string | null): FeedAction => ({
    type: 'read',
    view: ALL,
    stretch: { from, items: videos(found), to },
    since: 0,
  })
  test('continues where the last page ended', () => {
    const feed = changed(begin('hg', 'g'), more('g', 'fe', 'e'), more('e', 'd', null))
    expect([ids(feed), feed.next]).toEqual(['hgfed', null])
  })

  test('is ignored once the feed has started over', () => {
    const feed = changed(begin('cb', 'b'), newest('zyx', 'x'), more('b', 'a', null))
    expect([ids(feed), feed.next]).toEqual(['zyx', 'x'])
  })

  test('is ignored for a view that is no longer shown', () => {
    const done: View = { show: 'done', text: '' }
    expect(ids(changed(begin('cb', 'b'), { type: 'show', view: done }, more('b', 'a', null)))).toBe('cb')
  })
})

describe('a local change', () => {
  test('is not undone by a response whose request began before it', () => {
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

  test('is replaced by a response whose request began after it', () => {
    const feed = changed(begin('b', null), { type: 'upsert', generation: video('c', 'pending') })
    expect(ids(changed(feed, newest('b', null, feed.changes)))).toBe('b')
  })

  test('shows before the server knows of it, and stays until the record’s updatedAt changes', () => {
    const starred = video('b', 'completed', { starred: true })
    const feed = changed(begin('ba', null), { type: 'upsert', generation: starred })
    expect(feed.items[0]).toBe(starred)
    expect(changed(feed, newest('ba', null, feed.changes)).items[0]).toBe(starred)
  })

  test('that deletes a video is permanent unless it is undone', () => {
    const feed = changed(begin('ba', null), { type: 'drop', id: 'b' })
    expect(ids(changed(feed, newest('ba', null, 99)))).toBe('a')
    expect(ids(changed(feed, { type: 'upsert', generation: video('b') }))).toBe('ba')
  })
})

describe('an active generation', () => {
  const making = [video('g', 'processing'), video('b', 'saving')]
  const mergeRead = (...items: Generation[]): FeedAction => ({ type: 'mergeRead', items, gone: [], since: 0 })

  test('is tracked wherever it is in the list, and reported once when it ends', () => {
    const start = begin('hg', 'g', { making })
    const feed = changed(start, mergeRead(video('b')))
    expect(feed.making.map(({ id }) => id)).toEqual(['g'])
    expect(feed.ended.map(({ id }) => id)).toEqual(['b'])
    expect(ids(feed), 'it is older than what was read').toBe('hg')
    expect(changed(feed, mergeRead(video('b'), video('g', 'pending'))).ended).toBe(feed.ended)
  })

  test('does not end because a page lacks it', () => {
    expect(changed(begin('hg', null, { making }), newest('h', null)).making).toEqual(making)
  })

  test('ends when its record is gone', () => {
    const feed = changed(begin('', null, { making }), { type: 'mergeRead', items: [], gone: ['b'], since: 0 })
    expect(feed.making.map(({ id }) => id)).toEqual(['g'])
    expect(feed.ended).toEqual([])
  })
})

describe('a view', () => {
  const done: View = { show: 'done', text: '' }
  const mixed = [video('d'), video('c', 'failed'), video('b', 'pending'), video('a')]
  const start = beginFeed({ view: ALL, page: { items: mixed, nextCursor: null }, making: [] })

  test('starts with the known videos that belong to it, until it is read', () => {
    const feed = changed(start, { type: 'show', view: done })
    expect([ids(feed), feed.read]).toEqual(['da', false])
    const stretch = { from: null, items: videos('dca'), to: null }
    expect(changed(feed, { type: 'read', view: done, stretch, since: 0 })).toMatchObject({
      read: true,
      next: null,
    })
  })

  test('adds and removes videos as they change', () => {
    const feed = changed(start, { type: 'show', view: done })
    expect(ids(changed(feed, { type: 'upsert', generation: video('b') }))).toBe('dba')
    expect(ids(changed(feed, { type: 'upsert', generation: video('a', 'failed') }))).toBe('d')
  })
})
