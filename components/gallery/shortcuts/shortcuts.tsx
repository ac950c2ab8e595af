import { useEffect, useState } from 'react'
import { lazy } from '@/components/layout/lazy'
import { IconButton } from '@/components/ui'
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
      <IconButton
        icon="keyboard"
        name={name}
        aria-haspopup="dialog"
        onClick={() => setHelp(true)}
        className="pointer-coarse:hidden"
      />
      {help && <ShortcutsHelp onClose={() => setHelp(false)} />}
    </>
  )
}
