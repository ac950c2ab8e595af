import { type ReactNode, useState } from 'react'
import { Confirm } from '@/components/layout/confirm-dialog'
import { Button } from '@/components/ui'

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
export function ConfirmFirst({ button, name, title, text, yes, onYes }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-label={name} onClick={() => setOpen(true)}>
        {button}
      </Button>
      {open && <Confirm {...{ title, text, yes, onYes }} onClose={() => setOpen(false)} />}
    </>
  )
}
