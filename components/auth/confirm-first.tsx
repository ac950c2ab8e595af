import { type ReactNode, useState } from 'react'
import { Confirm } from '@/components/layout/confirm-dialog'
import { Button } from '@/components/ui'

type Props = {
  /** The label, and the accessible name where a page has several of it. */
  button: ReactNode
  name: string
  title: string
  text: string
  yes: string
  onYes: () => void
}

/** A button that asks for confirmation before its action, which cannot be undone. */
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
