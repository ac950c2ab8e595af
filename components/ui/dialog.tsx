import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  /** The question or purpose; read aloud with the title. */
  text?: string
  /** `ask`: a short question. `work`: a task; `wide`: two things side by side. Both fill the screen on phones. */
  size?: keyof typeof SIZES
  /** Closed in whatever way: a button, Escape, a click outside. The caller must unmount it. */
  onClose: () => void
  children: (close: () => void) => ReactNode
}

const WHOLE_PHONE =
  'max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:max-w-none max-sm:rounded-none max-sm:border-0'

const SIZES = {
  ask: 'max-w-md max-sm:w-[calc(100%-2rem)]',
  work: `max-w-4xl ${WHOLE_PHONE}`,
  wide: `max-w-7xl ${WHOLE_PHONE}`,
} as const

/**
 * The native dialog, open while mounted. Focus starts on its first control, stays inside, and returns where it was.
 */
export function Dialog({ title, text, size = 'ask', onClose, children }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useOpened(dialog)
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={text && `${id}-text`}
      closedby="any"
      // Not when a dialog within it was closed, which React reports here as well.
      onClose={({ target, currentTarget }) => target === currentTarget && onClose()}
      className={`m-auto w-full rounded-xl border bg-panel p-5 text-left text-text backdrop:bg-black/50 ${SIZES[size]}`}
    >
      <h2 id={`${id}-title`} className={`font-semibold text-base ${size === 'wide' ? 'pr-10' : ''}`}>
        {title}
      </h2>
      {text && (
        <p id={`${id}-text`} className="pt-2 text-second text-sm">
          {text}
        </p>
      )}
      {children(() => dialog.current?.close())}
    </dialog>
  )
}

function useOpened(dialog: RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    const { current } = dialog
    if (!current?.open) current?.showModal()
    if ('closedBy' in HTMLDialogElement.prototype) return
    current?.addEventListener('click', closeByClickOutside)
    return () => current?.removeEventListener('click', closeByClickOutside)
  }, [dialog])
}

/** What `closedby` does; Chrome and Edge before 134, Firefox before 141 and Safari lack it. */
function closeByClickOutside({ currentTarget: dialog, target, clientX, clientY, detail }: MouseEvent) {
  if (!(dialog instanceof HTMLDialogElement) || target !== dialog || detail === 0) return // keys click too
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close()
}
