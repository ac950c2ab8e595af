import { useRef, useState } from 'react'
import { Button, Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { TagMenu } from './tag-menu'

type Props = { tag: string | undefined; onChoose: (tag?: string) => void }

/** Filters by a tag of one's own, or says by which and ends that. */
export function TagFilter({ tag, onChoose }: Props) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        aria-label={tag && messages.clear(tag)}
        aria-haspopup={tag ? undefined : 'menu'}
        onClick={() => (tag ? onChoose() : setOpen(true))}
        className="min-w-0 max-w-40 max-wide:mb-4 wide:ml-auto"
      >
        <span className="truncate">{tag ? `#${tag}` : messages.title}</span>
        {tag && <Icon name="close" className="size-4" />}
      </Button>
      {open && button.current && (
        <TagMenu opener={button.current} onChoose={onChoose} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
