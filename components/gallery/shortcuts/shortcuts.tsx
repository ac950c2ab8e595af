import { useEffect, useState } from 'react'
import { lazy } from '@/components/layout/lazy'
import { useMessages } from '@/lib/client/messages'
import { shortcutAction } from './shortcut-actions'

const ShortcutsHelp = lazy(async () => (await import('./shortcuts-help')).ShortcutsHelp)

/** Handles page-wide single-key shortcuts, and a button that opens their list. */
export function Shortcuts() {
  const name = useMessages('gallery').keys
  const [help, setHelp] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (shortcutAction(event, () => setHelp(true))?.()) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <button
        type="button"
        title={name}
        aria-haspopup="dialog"
        onClick={() => setHelp(true)}
        className="size-10 shrink-0 rounded text-second text-sm hover:bg-well hover:text-text pointer-coarse:hidden"
      >
        <span aria-hidden="true">?</span>
        <span className="sr-only">{name}</span>
      </button>
      {help && <ShortcutsHelp onClose={() => setHelp(false)} />}
    </>
  )
}
