import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { CARD_SHAPES } from '@/components/gallery/grid/shape'
import { type CardShortcut, cardShortcutOf } from '@/components/gallery/shortcuts/shortcut-actions'
import { useMessages } from '@/lib/client/messages'
import type { Status } from '@/lib/shared/generation'
import type { FixedRatio, Settings } from '@/lib/shared/models'
import { type CardHandle, CardHandleProvider, useNewCardHandle } from './card-handle'
import { TaskId } from './task-id'

type Props = {
  prompt: string
  /** Null if the record cannot be read. */
  settings: Settings | null
  /** Shown in place of the settings when there are none. */
  marks?: readonly string[]
  /** Ratio of the video once it is known; the settings may leave it open (`adaptive`). */
  ratio: FixedRatio
  shape: FixedRatio
  /** Shown beside the settings where the card doesn’t make it obvious. */
  status?: Status | undefined
  taskid: string | null
  /** Name of the owner, if that is somebody else. */
  by?: string | null
  /** The video, or a panel in its place. */
  media: ReactNode
  actions?: ReactNode
  /** The element’s id, if the card can be a scroll or focus target. */
  anchor?: string | undefined
  /** Handles a card shortcut. Returns whether there was anything to do. */
  onShortcut?: (shortcut: CardShortcut, card: CardHandle) => boolean
}

/** A card: the video or a panel in its place, the prompt, settings, taskid and actions. */
export function Card({
  prompt,
  settings,
  marks = [],
  ratio,
  shape,
  status,
  taskid,
  by,
  media,
  actions,
  anchor,
  onShortcut,
}: Props) {
  const messages = useMessages()
  const id = useId()
  const handle = useNewCardHandle()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const shortcut = cardShortcutOf(event.nativeEvent, event.currentTarget)
    if (shortcut === null) return
    const done = onShortcut?.(shortcut, handle)
    if (done || shortcut === 'play') event.preventDefault() // the space bar must never scroll the page from a card
  }
  const meta = [
    by && messages.gallery.by(by),
    ...(settings
      ? [
          ratio,
          messages.composer.seconds(settings.duration),
          settings.resolution,
          settings.generateAudio && messages.gallery.sound,
          settings.seed !== null && messages.gallery.seed(settings.seed),
        ]
      : marks),
    status && messages.gallery.status[status],
  ].filter((part) => typeof part === 'string')
  return (
    <CardHandleProvider value={handle}>
      <article
        ref={handle.article}
        id={anchor}
        onKeyDown={onKeyDown}
        aria-labelledby={id}
        tabIndex={-1}
        className={`min-w-0 rounded lg:scroll-mt-18 focus-visible:outline-offset-4 ${CARD_SHAPES[shape]}`}
      >
        {media}
        <p id={id} title={prompt} className="wrap-anywhere line-clamp-2 pt-2.5 font-medium text-sm">
          {prompt || messages.gallery.unreadable.title}
        </p>
        <div className="flex flex-wrap items-center gap-x-2 py-1 text-faint text-xs">
          {meta.map((part) => (
            <span key={part}>{part}</span>
          ))}
          {taskid && <TaskId taskid={taskid} />}
        </div>
        {actions}
      </article>
    </CardHandleProvider>
  )
}
