import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  /** What is asked, or what this is for; read aloud with the title. */
  text?: string
  /**
   * `ask`: a question of a few lines. `work`: something to be done in it, `wide`: with two of it side by side; on a phone
   * both take the whole screen.
   */
  size?: keyof typeof SIZES
  /** It was closed by any way: a button, Escape, a press beside it. The caller takes it off the page. */
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
 * The platform's own dialog. Open as long as it is on the page; the focus begins on its first control, stays inside,
 * and returns to where it was.
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
      onClose={onClose}
      className={`m-auto w-full rounded-xl border bg-panel p-5 text-left text-text backdrop:bg-black/50 ${SIZES[size]}`}
    >
      <h2 id={`${id}-title`} className="font-semibold text-base">
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
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [dialog])
}
