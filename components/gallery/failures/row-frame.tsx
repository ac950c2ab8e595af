import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { pageAddress } from '@/components/gallery/addresses'
import { CardHandleProvider, useNewCardHandle } from '@/components/gallery/card/card-handle'
import { TaskId } from '@/components/gallery/card/task-id'
import { cardShortcutOf } from '@/components/gallery/shortcuts/shortcut-actions'
import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

type Props = {
  prompt: string
  /** The generation’s id; undefined without a record. */
  id?: string
  /** The element’s id, if the row can be a scroll or focus target. */
  anchor?: string
  taskid?: string | null
  /** URL of the first photo’s thumbnail. */
  image: string | undefined
  /** Takes it out of the list; null while that can’t be done. */
  close: { name: string; press: () => void } | null
  /** A MessageLine that ends its first line with `about`: the prompt and the taskid. */
  children: (about: ReactNode) => ReactNode
}

/** One row in place of a video that will not come by itself. */
export function RowFrame({ prompt, id, anchor, taskid, image, close, children }: Props) {
  const { unreadable } = useMessages('gallery')
  const named = useId()
  const handle = useNewCardHandle()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const shortcut = cardShortcutOf(event.nativeEvent, event.currentTarget)
    if (shortcut === 'remove') close?.press()
    if (shortcut === 'remove' || shortcut === 'play') event.preventDefault()
  }
  const about = (
    <div className="flex min-w-0 items-center gap-x-3 text-faint text-xs">
      <p id={named} title={prompt} className="min-w-0 truncate leading-6">
        {id ? (
          <a href={pageAddress(id)} className="block truncate -outline-offset-2 hover:underline">
            {prompt || unreadable.title}
          </a>
        ) : (
          prompt
        )}
      </p>
      {taskid && <TaskId taskid={taskid} />}
    </div>
  )
  return (
    <CardHandleProvider value={handle}>
      <article
        ref={handle.article}
        id={anchor}
        onKeyDown={onKeyDown}
        aria-labelledby={named}
        tabIndex={-1}
        className="relative flex w-full flex-wrap items-center gap-x-3 gap-y-2 rounded border bg-panel p-2.5 lg:scroll-mt-34 wide:pr-13"
      >
        {image && <img src={image} alt="" className="size-14 rounded-md bg-well object-cover" />}
        {children(about)}
        {close && (
          <IconButton
            icon="close"
            name={close.name}
            onClick={close.press}
            className="absolute top-1.5 right-1.5"
          />
        )}
      </article>
    </CardHandleProvider>
  )
}
