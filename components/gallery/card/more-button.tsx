import { useImperativeHandle, useRef, useState } from 'react'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { lazy } from '@/components/layout/lazy'
import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { canBeUndone, deletionOf } from '@/lib/shared/deletion'
import type { Generation } from '@/lib/shared/generation'
import type { CardDialogName } from './card-dialog'
import { useCardHandle } from './card-handle'

const CardMenu = lazy(async () => (await import('./card-menu')).CardMenu)
const ConfirmRemoval = lazy(async () => (await import('@/components/layout/confirm-removal')).ConfirmRemoval)
const CardDialog = lazy(async () => (await import('./card-dialog')).CardDialog)

/** Opens the card’s menu, and the dialogs that its items lead to. */
export function MoreButton({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const button = useRef<HTMLButtonElement>(null)
  const [shows, setShows] = useState<'nothing' | 'menu' | 'removal' | CardDialogName>('nothing')
  /** Light dismiss closes the menu on pointerdown, so the click of that same press must not reopen it. */
  const closing = useRef(false)
  const deletion = deletionOf(generation)
  const close = () => setShows('nothing')
  const remove = () => actions.remove(generation)
  const ask = deletion && (() => (canBeUndone(deletion) ? remove() : setShows('removal')))
  useImperativeHandle(useCardHandle().remove, () => ask ?? (() => {}))

  return (
    <>
      <IconButton
        ref={button}
        icon="more"
        name={useMessages('gallery').moreActions}
        aria-haspopup="menu"
        className="-mr-2.5 ml-auto"
        aria-expanded={shows === 'menu'}
        onPointerDown={() => {
          closing.current = shows === 'menu'
        }}
        onClick={() => {
          if (!closing.current) setShows('menu')
          closing.current = false
        }}
      />
      {shows === 'menu' && button.current && (
        <CardMenu
          generation={generation}
          opener={button.current}
          // The close event fires late; it must not close a dialog that the menu has opened since.
          onClose={() => setShows((now) => (now === 'menu' ? 'nothing' : now))}
          onRemove={ask}
          onOpen={setShows}
        />
      )}
      {shows === 'removal' && deletion && <ConfirmRemoval of={deletion} onYes={remove} onClose={close} />}
      {(shows === 'sharing' || shows === 'tags') && (
        <CardDialog name={shows} generation={generation} onClose={close} />
      )}
    </>
  )
}
