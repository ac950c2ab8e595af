import { useChangeMany } from '@/components/gallery/actions/use-change-many'
import { tags } from '@/lib/client/api/tags'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { selectionZh } from '@/lib/shared/messages/zh/selection'
import { tagsZh } from '@/lib/shared/messages/zh/tags'

/** Sets the tags of videos. @param tagsOf the tags that a video shall have */
export function useSetTags() {
  const change = useChangeMany()
  const one = useMessages({ en: tagsEn, zh: tagsZh }).notTagged
  const many = useMessages({ en: selectionEn, zh: selectionZh }).notTagged
  return (videos: readonly Generation[], tagsOf: (generation: Generation) => readonly string[]) =>
    change(videos, {
      optimistic: (generation) => ({ ...generation, tags: [...tagsOf(generation)] }),
      send: (generation) => tags.set(generation.id, tagsOf(generation)),
      failed: (count, why) => (videos.length === 1 ? one(why) : many(count, why)),
    })
}
