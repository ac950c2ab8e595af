import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'

type Props = {
  title: string
  text: string
  yes: string
  /** While what was agreed to is under way, it cannot be agreed to again. */
  busy?: boolean
  onYes: (close: () => void) => void
  /** It was closed by any way: the button, Escape, a press beside it. The caller takes it off the page. */
  onClose: () => void
  /** What went wrong, if something did. */
  children?: ReactNode
}

/**
 * Asks before something is done that cannot be undone. Open as long as it is on the page; the focus begins on the way
 * out and returns to where it was.
 */
export function Confirm({ title, text, yes, busy = false, onYes, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const no = useWords().decisions.no
  const close = () => dialog.current?.close()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      closedby="any"
      onClose={onClose}
      className="m-auto w-full max-w-md rounded-xl border bg-panel p-5 text-left text-text backdrop:bg-black/50 max-sm:max-w-[calc(100%-2rem)]"
    >
      <h3 id={`${id}-title`} className="font-semibold text-base">
        {title}
      </h3>
      <p id={`${id}-text`} className="pt-2 text-second text-sm">
        {text}
      </p>
      {children}
      <div className="flex flex-wrap justify-end gap-2 pt-5">
        <Button onClick={close}>{no}</Button>
        <Button look="main" aria-busy={busy} onClick={() => busy || onYes(close)}>
          {yes}
        </Button>
      </div>
    </dialog>
  )
}
