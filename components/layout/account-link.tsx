import { useRef, useState } from 'react'
import type { Member } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'
import { lazy } from './lazy'

const AccountMenu = lazy(async () => (await import('./account-menu')).AccountMenu)

/** The user's initial. Opens a menu; before hydration, and in a new tab, it is a link to the account page. */
export function AccountLink({ member }: { member: Member }) {
  const label = useMessages('page').account(member.name)
  const link = useRef<HTMLAnchorElement>(null)
  const [open, setOpen] = useState(false)
  /** Light dismiss closes the menu on pointerdown, so the click of that same press must not reopen it. */
  const closing = useRef(false)
  return (
    <>
      <a
        ref={link}
        href={withBasePath('/account')}
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerDown={() => {
          closing.current = open
        }}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          setOpen(!closing.current)
          closing.current = false
        }}
        className="grid size-10 place-items-center rounded hover:bg-well pointer-coarse:size-11"
      >
        <span className="grid size-6.5 place-items-center rounded-full border text-xs uppercase">
          {[...member.name][0]}
        </span>
      </a>
      {open && link.current && (
        <AccountMenu member={member} opener={link.current} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
