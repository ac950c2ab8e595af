import type { ReactNode } from 'react'
import { Dialog } from '@/components/overlay'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'

type Props = {
  title: string
  text: string
  yes: string
  /** While what was agreed to is under way, it cannot be agreed to again. */
  busy?: boolean
  onYes: (close: () => void) => void
  /** It was closed by any way. The caller takes it off the page. */
  onClose: () => void
  /** What went wrong, if something did. */
  children?: ReactNode
}

/** Asks before something is done that cannot be undone. The focus begins on the way out. */
export function Confirm({ title, text, yes, busy = false, onYes, onClose, children }: Props) {
  const no = useWords().decisions.no
  return (
    <Dialog title={title} text={text} onClose={onClose}>
      {(close) => (
        <>
          {children}
          <div className="flex flex-wrap justify-end gap-2 pt-5">
            <Button onClick={close}>{no}</Button>
            <Button look="main" aria-busy={busy} onClick={() => busy || onYes(close)}>
              {yes}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
