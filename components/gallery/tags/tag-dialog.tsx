import { useState } from 'react'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { distinctTags, isSameTag, TAGS, tidyTag } from '@/lib/shared/tags'
import { isVisible } from '@/lib/shared/visible-text.js'
import { TagField, TYPED } from './tag-field'
import { useSetTags } from './use-set-tags'

type Props = { videos: readonly Generation[]; onClose: () => void }

const has = (tags: readonly string[], tag: string): boolean => tags.some((one) => isSameTag(one, tag))

/** The tags of one video or several: those that all of them have can be removed, and others added to all. */
export function TagDialog({ videos, onClose }: Props) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const setTags = useSetTags()
  const every = distinctTags(videos.flatMap((video) => video.tags))
  const [common] = useState(() => every.filter((tag) => videos.every((video) => has(video.tags, tag))))
  const [tags, setChosen] = useState<readonly string[]>(common)
  const some = every.filter((tag) => !has(common, tag) && !has(tags, tag))
  /** False while what is typed can't be a tag; the field says so. */
  const save = (typed: string): boolean => {
    if ([...typed].length > TAGS.characters) return false
    const wanted = isVisible(typed) ? distinctTags([...tags, typed]) : tags
    const removed = common.filter((tag) => !has(wanted, tag))
    const added = wanted.filter((tag) => !has(common, tag))
    if (removed.length + added.length > 0)
      void setTags(videos, (video) =>
        distinctTags([...video.tags.filter((tag) => !has(removed, tag)), ...added]),
      )
    return true
  }
  const title = videos.length === 1 ? messages.title : messages.titleMany(videos.length)
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4 pt-4"
          onSubmit={(event) => {
            event.preventDefault()
            const typed = new FormData(event.currentTarget).get(TYPED)
            if (save(tidyTag(typeof typed === 'string' ? typed : ''))) close()
          }}
        >
          <TagField tags={tags} onChange={setChosen} />
          {some.length > 0 && (
            <div>
              <p className="pb-1.5 text-second text-sm">{messages.some}</p>
              <div className="flex flex-wrap gap-1.5">
                {some.map((tag) => (
                  <button
                    key={tag}
                    type="button"
                    onClick={() => setChosen([...tags, tag])}
                    className="wrap-anywhere min-h-8 rounded-md bg-well px-2.5 text-second text-sm hover:text-text pointer-coarse:min-h-10"
                  >
                    {messages.addToAll(
                      tag,
                      videos.filter((video) => has(video.tags, tag)).length,
                      videos.length,
                    )}
                  </button>
                ))}
              </div>
            </div>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={close}>{messages.cancel}</Button>
            <Button variant="main" type="submit">
              {messages.save}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
