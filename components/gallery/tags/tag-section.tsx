import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { addressOf } from '@/lib/shared/view'
import { TagField } from './tag-field'
import { useSetTags } from './use-set-tags'

/** The tags of one video, which lead to all that have them; one's own are changed at once. */
export function TagSection({ generation }: { generation: Generation }) {
  const { shownBy } = useMessages({ en: tagsEn, zh: tagsZh })
  const setTags = useSetTags()
  const { tags, by } = generation
  const hrefOf = (tag: string) => addressOf({ show: by === null ? 'all' : 'team', text: '', tag })
  if (by === null)
    return (
      <TagField tags={tags} hrefOf={hrefOf} onChange={(changed) => setTags([generation], () => changed)} />
    )
  return (
    <ul className="flex flex-wrap gap-x-3">
      {tags.map((tag) => (
        <li key={tag} className="min-w-0">
          <a
            href={hrefOf(tag)}
            title={shownBy(tag)}
            className="wrap-anywhere inline-flex min-h-8 items-center font-medium text-mark text-sm hover:underline pointer-coarse:min-h-11"
          >
            {tag}
          </a>
        </li>
      ))}
    </ul>
  )
}
