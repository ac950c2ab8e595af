import { type ReactNode, useState } from 'react'
import type { Removal } from '@/components/gallery/actions/use-removal'
import { selectAllShown } from '@/components/gallery/select-range'
import { TagDialog } from '@/components/gallery/tags/tag-dialog'
import { Confirm } from '@/components/layout/confirm-dialog'
import { Button, IconButton } from '@/components/ui'
import { useMember } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import { type Generation, isReadable } from '@/lib/shared/generation'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { selectionZh } from '@/lib/shared/messages/zh/selection'
import { DownloadMany } from './download-many'
import { useMarkMany } from './use-mark-many'
import { useRemoveMany } from './use-remove-many'
import { clearSelection, useSelected } from './use-selected'

type Props = {
  /** The videos that the gallery shows, in its order. */
  items: readonly Generation[]
  onRemove: Removal['remove']
  onCompare: (videos: readonly Generation[]) => void
}

const COMPARED = { least: 2, most: 4 } // more don't fit side by side

/** What can be done with the selected videos; at the bottom, while there are any. */
export function SelectionBar({ items, onRemove, onCompare }: Props) {
  const messages = useMessages({ en: selectionEn, zh: selectionZh })
  const selected = useSelected(items)
  const alone = useMember() === null
  const [asks, setAsks] = useState<'nothing' | 'tags' | 'sharing' | 'removal'>('nothing')
  const { own, sharable, starred, shared, star, share } = useMarkMany(selected)
  const removal = useRemoveMany(selected, onRemove)
  const shown = new Set(items.map(({ id }) => id))
  const hidden = selected.filter(({ id }) => !shown.has(id)).length
  const finished = selected.filter(({ video }) => video !== null)
  const comparable = finished.filter(isReadable)
  const compares = comparable.length >= COMPARED.least && comparable.length <= COMPARED.most
  const close = () => setAsks('nothing')
  const action = (label: string, possible: boolean, press: () => void, title?: string): ReactNode => (
    <Button disabled={!possible} title={title} onClick={press} className="disabled:opacity-40">
      {label}
    </Button>
  )
  return (
    <section
      id="selection" // globals.css keeps what is focused and toasts clear of it
      aria-label={messages.title}
      className="sticky bottom-0 z-15 -mx-4 mt-6 flex flex-wrap items-center gap-2 border-t bg-panel px-4 py-2 text-sm max-lg:fixed max-lg:inset-x-0 max-lg:mx-0 max-lg:pb-[calc(0.5rem+env(safe-area-inset-bottom))] wide:-mx-6 wide:px-6"
    >
      <p role="status" className="mr-auto min-w-0 py-2">
        <span className="font-medium">{messages.count(selected.length)}</span>
        {hidden > 0 && <span className="text-second"> · {messages.hidden(hidden)}</span>}
      </p>
      <IconButton icon="close" name={messages.clear} onClick={clearSelection} className="sm:order-last" />
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:gap-1.5">
        {action(
          messages.all,
          items.some(({ id }) => selected.every((one) => one.id !== id)),
          selectAllShown,
        )}
        <DownloadMany videos={finished} />
        {action(starred ? messages.star : messages.unstar, own.length > 0, star)}
        {action(messages.tags, own.length > 0, () => setAsks('tags'))}
        {!alone &&
          action(shared ? messages.share : messages.unshare, sharable.length > 0, () =>
            shared ? setAsks('sharing') : void share(),
          )}
        {action(messages.compare, compares, () => onCompare(comparable), messages.compareHint)}
        <Button
          disabled={removal.count === 0}
          title={removal.count === 0 ? messages.notRemovable : undefined}
          onClick={() => (removal.final > 0 ? setAsks('removal') : removal.run())}
          className="text-failure! disabled:opacity-40"
        >
          {messages.remove}
        </Button>
      </div>
      {asks === 'tags' && <TagDialog videos={own} onClose={close} />}
      {asks === 'sharing' && (
        <Confirm
          {...messages.confirmShare}
          title={messages.confirmShare.title(sharable.length)}
          onYes={share}
          onClose={close}
        />
      )}
      {asks === 'removal' && (
        <Confirm
          title={messages.confirmRemove.title(removal.count)}
          text={messages.confirmRemove.text(removal.final)}
          yes={messages.confirmRemove.yes}
          onYes={removal.run}
          onClose={close}
        />
      )}
    </section>
  )
}
