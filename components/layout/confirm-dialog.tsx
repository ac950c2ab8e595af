import type { ReactNode } from 'react'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'

type Props = {
  title: string
  text: string
  yes: string
  /** Confirmed; the dialog has closed. */
  onYes: () => void
  /** Closed in whatever way. The caller must unmount it. */
  onClose: () => void
  /** More to know, below the text. */
  children?: ReactNode
}

/** Asks for confirmation before something that cannot be undone. Cancel has the initial focus. */
export function Confirm({ title, text, yes, onYes, onClose, children }: Props) {
  const no = useMessages('decisions').no
  return (
    <Dialog title={title} text={text} onClose={onClose}>
      {(close) => (
        <>
          {children}
          <div className="flex flex-wrap justify-end gap-2 pt-5">
            <Button onClick={close}>{no}</Button>
            <Button
              variant="main"
              onClick={() => {
                close()
                onYes()
              }}
            >
              {yes}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
