import { useEffect, useState } from 'react'
import { late } from '@/components/layout/lazy'
import { useWords } from '@/lib/client/messages'
import { deedOf } from './shortcut-actions'

const KeysHelp = late(async () => (await import('./shortcuts-help')).KeysHelp)

/** Single keys for whoever likes them, and a button that tells of them. */
export function Keys() {
  const name = useWords().gallery.keys
  const [help, setHelp] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (deedOf(event, () => setHelp(true))?.()) event.preventDefault()
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
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </>
  )
}
