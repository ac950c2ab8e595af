import { useRef, useState } from 'react'
import { lazy } from '@/components/layout/lazy'
import { Button, Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

const TagMenu = lazy(async () => (await import('@/components/gallery/tags/tag-menu')).TagMenu)

type Props = { tag: string | undefined; onChoose: (tag?: string) => void }

/** Filters by a tag of one's own, or says by which and ends that. */
export function TagFilter({ tag, onChoose }: Props) {
  const messages = useMessages('views')
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        aria-label={tag && messages.clearTag(tag)}
        aria-haspopup={tag ? undefined : 'menu'}
        onClick={() => (tag ? onChoose() : setOpen(true))}
        className="min-w-0 max-w-40 max-wide:mb-4 wide:ml-auto"
      >
        <span className="truncate">#{tag ?? messages.tag}</span>
        {tag && <Icon name="close" className="size-4" />}
      </Button>
      {open && button.current && (
        <TagMenu opener={button.current} onChoose={onChoose} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
