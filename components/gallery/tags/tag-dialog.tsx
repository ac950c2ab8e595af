import { useState } from 'react'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { distinctTags, isSameTag } from '@/lib/shared/tags'
import { TagField } from './tag-field'
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
  const removed = common.filter((tag) => !has(tags, tag))
  const added = tags.filter((tag) => !has(common, tag))
  const save = () => {
    if (removed.length + added.length === 0) return
    void setTags(videos, (video) =>
      distinctTags([...video.tags.filter((tag) => !has(removed, tag)), ...added]),
    )
  }
  const title = videos.length === 1 ? messages.title : messages.titleMany(videos.length)
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <div className="grid gap-4 pt-4">
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
            <Button
              variant="main"
              onClick={() => {
                close()
                save()
              }}
            >
              {messages.save}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
