import { useChangeMany } from '@/components/gallery/actions/use-change-many'
import { generations } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { selectionZh } from '@/lib/shared/messages/zh/selection'

/** Stars and shares several videos, or takes that back where all of them are. */
export function useMarkMany(videos: readonly Generation[]) {
  const messages = useMessages({ en: selectionEn, zh: selectionZh })
  const change = useChangeMany()
  const own = videos.filter(({ by }) => by === null)
  const sharable = videos.filter(
    ({ video, manageable, shared, by }) => video && manageable && (by === null || shared),
  )
  const starred = !own.every((video) => video.starred)
  const shared = !sharable.every((video) => video.shared)
  return {
    /** One's own, which can be starred and tagged. */
    own,
    sharable,
    /** What the next press makes of them. */
    starred,
    shared,
    star: () =>
      change(
        own.filter((video) => video.starred !== starred),
        {
          optimistic: (video) => ({ ...video, starred }),
          send: ({ id }) => generations.star(id, starred),
          failed: messages.notStarred,
        },
      ),
    share: () =>
      change(
        sharable.filter((video) => video.shared !== shared),
        {
          optimistic: (video) => ({ ...video, shared }),
          send: ({ id }) => generations.share(id, shared),
          failed: messages.notShared,
        },
      ),
  }
}
