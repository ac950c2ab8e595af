import { expect, test } from 'vitest'
import type { Generation, Status } from '@/lib/shared/generation'
import { submissionSchema } from '@/lib/shared/models/schema'
import { ALL, belongs, type View } from '@/lib/shared/view'
import { beginFeed, changeFeed } from './feed'
import { readNews } from './sync'

const video = (id: number, status: Status = 'completed'): Generation => ({
  ...submissionSchema.parse({ prompt: 'any' }),
  id: `${id}`.padStart(6, '0'),
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
})

/** A server that holds these generations and records its requests. */
function serverOf(videos: readonly Generation[]) {
  const asked: string[] = []
  const newestFirst = videos.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  return {
    asked,
    list: async (view: View, cursor: string | null, limit: number) => {
      asked.push(`${view.show} ${cursor ?? 'newest'}`)
      const all = newestFirst.filter((one) => belongs(view, one) && (cursor === null || one.id < cursor))
      const items = all.slice(0, limit)
      return { items, nextCursor: all.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
    get: async (id: string) => {
      asked.push(`one ${id}`)
      return videos.find((one) => one.id === id) ?? null
    },
  }
}

const numbered = (from: number, to: number, status?: Status) =>
  Array.from({ length: to - from + 1 }, (_, index) => video(from + index, status))

async function syncAt(known: Generation[], making: Generation[], videos: Generation[]) {
  const items = known.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  const server = serverOf(videos)
  const feed = beginFeed({ view: ALL, page: { items, nextCursor: null }, making })
  return { asked: server.asked, feed: (await readNews(feed, server)).reduce(changeFeed, feed) }
}

test('a sync takes two requests however many videos are known', async () => {
  const known = numbered(1, 5_000)
  const { asked, feed } = await syncAt(known, [], [...known, video(5_001, 'pending')])
  expect(asked).toEqual(['all newest', 'making newest'])
  expect(feed.items).toHaveLength(5_001)
  expect(feed.making.map(({ id }) => id)).toEqual(['005001'])
})

test('a sync takes one more request for each old video that ended', async () => {
  const known = numbered(1, 500)
  const making = [video(7, 'processing'), video(9, 'saving')]
  const { asked, feed } = await syncAt(known, making, [...numbered(1, 8), ...numbered(10, 500)])
  expect(asked).toEqual(['all newest', 'making newest', 'one 000007', 'one 000009'])
  expect(feed.making).toEqual([])
  expect(feed.ended.map(({ id }) => id)).toEqual(['000007'])
  expect(
    feed.items.some(({ id }) => id === '000009'),
    'its record is gone',
  ).toBe(false)
})

test('after a short absence a sync reads page after page until it reaches the known videos', async () => {
  const { asked, feed } = await syncAt(numbered(1, 100), [], numbered(1, 160))
  expect(asked.filter((one) => one.startsWith('all'))).toHaveLength(3)
  expect(feed.items).toHaveLength(160)
})

test('after a long absence a sync starts the feed over', async () => {
  const { asked, feed } = await syncAt(numbered(1, 100), [], numbered(1, 1_000))
  expect(asked.filter((one) => one.startsWith('all'))).toHaveLength(5)
  expect(feed.items).toHaveLength(120)
  expect(feed.next).toBe(feed.items.at(-1)?.id)
})
