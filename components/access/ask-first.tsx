import { type ReactNode, useState } from 'react'
import { Dialog } from '@/components/overlay'
import { Button } from '@/components/ui'
import { useAccountWords } from './words'

type Props = {
  /** What is seen first, and what it is called where several stand on a page. */
  button: ReactNode
  name: string
  title: string
  text: string
  yes: string
  onYes: () => void
}

/** A button for what cannot be undone: it asks before. */
export function AskFirst({ button, name, title, text, yes, onYes }: Props) {
  const words = useAccountWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-label={name} onClick={() => setOpen(true)}>
        {button}
      </Button>
      {open && (
        <Dialog title={title} text={text} onClose={() => setOpen(false)}>
          {(close) => (
            <div className="flex flex-wrap justify-end gap-2 pt-5">
              <Button onClick={close}>{words.cancel}</Button>
              <Button
                look="main"
                onClick={() => {
                  close()
                  onYes()
                }}
              >
                {yes}
              </Button>
            </div>
          )}
        </Dialog>
      )}
    </>
  )
}
