import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { pageAddress } from '@/components/gallery/addresses'
import { CARD_SHAPES } from '@/components/gallery/grid/shape'
import { type CardShortcut, cardShortcutOf } from '@/components/gallery/shortcuts/shortcut-actions'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { FixedRatio, Settings } from '@/lib/shared/models'
import { type CardHandle, CardHandleProvider, useNewCardHandle } from './card-handle'
import { TaskId } from './task-id'

type Props = {
  /** The generation’s id; undefined without a record. */
  id?: string
  prompt: string
  /** Null if the record cannot be read. */
  settings: Settings | null
  /** Shown in place of the settings when there are none. */
  marks?: readonly string[]
  /** Ratio of the video once it is known; the settings may leave it open (`adaptive`). */
  shape: FixedRatio
  taskid: string | null
  /** Name of the owner, if that is somebody else. */
  by?: string | null
  tags?: readonly string[]
  /** The team can see it. Said only of one's own: what others made is in view because they share it. */
  shared?: boolean
  /** The video, or a panel in its place. */
  media: ReactNode
  /** At the end of the line of settings. */
  menu?: ReactNode
  actions?: ReactNode
  /** The element’s id, if the card can be a scroll or focus target. */
  anchor?: string | undefined
  /** Handles a card shortcut. Returns whether there was anything to do. */
  onShortcut?: (shortcut: CardShortcut, card: CardHandle) => boolean
}

const PROMPT = 'wrap-anywhere line-clamp-2'

/** A card: the video or a panel in its place, the prompt, settings, taskid and actions. */
export function Card({
  id,
  prompt,
  settings,
  marks = [],
  shape,
  taskid,
  by,
  tags = [],
  shared = false,
  media,
  menu,
  actions,
  anchor,
  onShortcut,
}: Props) {
  const messages = useMessages()
  const named = useId()
  const handle = useNewCardHandle()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const shortcut = cardShortcutOf(event.nativeEvent, event.currentTarget)
    if (shortcut === null) return
    const done = onShortcut?.(shortcut, handle)
    if (done || shortcut === 'play') event.preventDefault() // the space bar must never scroll the page from a card
  }
  const title = prompt || messages.gallery.unreadable.title
  const meta = [
    by && messages.gallery.by(by),
    ...(settings
      ? [
          shape,
          messages.composer.seconds(settings.duration),
          settings.resolution,
          settings.generateAudio && messages.gallery.sound,
          settings.seed !== null && messages.gallery.seed(settings.seed),
        ]
      : marks),
    ...tags.map((tag) => `#${tag}`),
  ].filter((part) => typeof part === 'string')
  return (
    <CardHandleProvider value={handle}>
      <article
        ref={handle.article}
        id={anchor}
        onKeyDown={onKeyDown}
        aria-labelledby={named}
        tabIndex={-1}
        className={`min-w-0 rounded lg:scroll-mt-34 focus-visible:outline-offset-4 ${CARD_SHAPES[shape]}`}
      >
        {media}
        {/* Two lines for every prompt and one for the settings, so that neighbours' captions and buttons are in line. */}
        <p id={named} className="mt-2.5 min-h-10 font-medium text-sm">
          {id ? (
            <a href={pageAddress(id)} title={prompt} className={`${PROMPT} hover:underline`}>
              {title}
            </a>
          ) : (
            <span title={prompt} className={PROMPT}>
              {title}
            </span>
          )}
        </p>
        <div className="flex h-8 items-center gap-x-1.5 text-faint text-xs">
          {shared && (
            <span title={messages.gallery.shared} className="flex">
              <Icon name="team" className="size-4" />
              <span className="sr-only">{messages.gallery.shared}</span>
            </span>
          )}
          <span className="truncate">{meta.join(' · ')}</span>
          {taskid && <TaskId taskid={taskid} />}
          {menu}
        </div>
        {actions}
      </article>
    </CardHandleProvider>
  )
}
