import { useEffect, useEffectEvent, useRef } from 'react'
import { ToastLine } from './toast-line'
import { useShown } from './toasts'

type Props = {
  /** What the region is called. */
  name: string
  close: string
  /** Says a sentence once to people who listen to the page. */
  announce: (text: string) => void
}

/**
 * A few quiet lines at the lower edge of the column they stand in, and never beyond it. F6 goes to the newest; when
 * that goes, the focus returns to where it was, or to what stands before the notices.
 */
export function Toasts({ name, close, announce }: Props) {
  const shown = useShown()
  const region = useRef<HTMLElement>(null)
  const newestButton = useRef<HTMLButtonElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const newest = shown.at(-1)

  const say = useEffectEvent(() => newest && announce(newest.text))
  const newestId = newest?.id ?? 0
  useEffect(() => {
    if (newestId > 0) say()
  }, [newestId])

  useEffect(() => {
    const goThere = (event: KeyboardEvent) => {
      const button = newestButton.current
      if (event.key !== 'F6' || !button) return
      event.preventDefault()
      cameFrom.current = document.activeElement // only the document knows it
      button.focus()
    }
    document.addEventListener('keydown', goThere)
    return () => document.removeEventListener('keydown', goThere)
  }, [])

  const goBack = () => {
    if (document.activeElement !== document.body) return // what was pressed has put it somewhere
    const home = cameFrom.current?.isConnected ? cameFrom.current : region.current?.previousElementSibling
    if (home instanceof HTMLElement) home.focus({ preventScroll: true })
  }

  return (
    <section
      ref={region}
      aria-label={name}
      className="pointer-events-none sticky bottom-0 z-20 mt-auto grid justify-items-center gap-2 p-4 empty:hidden"
    >
      {shown.map((toast) => (
        <ToastLine
          key={toast.id}
          toast={toast}
          close={close}
          firstButton={toast === newest ? newestButton : undefined}
          onLeft={goBack}
        />
      ))}
    </section>
  )
}
