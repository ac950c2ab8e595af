import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { addressOf } from '@/lib/shared/view'
import { TagField } from './tag-field'
import { useSetTags } from './use-set-tags'

/** The tags of one video: links to all that have them, and for one's own a field that changes them at once. */
export function TagSection({ generation }: { generation: Generation }) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const setTags = useSetTags()
  const { tags, by } = generation
  return (
    <div className="grid gap-2">
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-x-3">
          {tags.map((tag) => (
            <li key={tag} className="min-w-0">
              <a
                href={addressOf({ show: by === null ? 'all' : 'team', text: '', tag })}
                title={messages.shownBy(tag)}
                className="wrap-anywhere inline-flex min-h-8 items-center font-medium text-mark text-sm hover:underline pointer-coarse:min-h-11"
              >
                #{tag}
              </a>
            </li>
          ))}
        </ul>
      )}
      {by === null && <TagField tags={tags} onChange={(changed) => setTags([generation], () => changed)} />}
    </div>
  )
}
