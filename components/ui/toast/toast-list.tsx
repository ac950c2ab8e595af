import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { ToastLine } from './toast-line'
import { useShown } from './toasts'

type Props = {
  /** Accessible name of the region. */
  name: string
  close: string
  /** Announces a sentence to screen readers. */
  announce: (text: string) => void
}

/**
 * Toasts at the bottom of their column, never wider than it; on narrow screens in the half of the screen where nothing was
 * just pressed, clear of the filters at the top and the bar at the bottom. F6 focuses the newest; when that closes, the focus
 * returns to where it was, or to the element before the toasts.
 */
export function Toasts({ name, close, announce }: Props) {
  const shown = useShown()
  const region = useRef<HTMLElement>(null)
  const newestButton = useRef<HTMLButtonElement>(null)
  const previousFocus = useRef<Element | null>(null)
  const newest = shown.at(-1)

  const say = useEffectEvent(() => newest && announce(newest.text))
  const newestId = newest?.id ?? 0
  const above = useAbove(newestId)
  useEffect(() => {
    if (newestId > 0) say()
  }, [newestId])

  useEffect(() => {
    const focusNewest = (event: KeyboardEvent) => {
      const button = newestButton.current
      if (event.key !== 'F6' || !button) return
      event.preventDefault()
      previousFocus.current = document.activeElement // only the document knows where the focus is
      button.focus()
    }
    document.addEventListener('keydown', focusNewest)
    return () => document.removeEventListener('keydown', focusNewest)
  }, [])

  const restoreFocus = () => {
    if (document.activeElement !== document.body) return // the action has moved the focus
    const home = previousFocus.current?.isConnected
      ? previousFocus.current
      : region.current?.previousElementSibling
    if (home instanceof HTMLElement) home.focus({ preventScroll: true })
  }

  return (
    <section
      ref={region}
      id="toasts" // globals.css keeps it clear of the selection's bar
      aria-label={name}
      className={`pointer-events-none sticky bottom-0 z-20 mt-auto grid justify-items-center gap-2 p-4 empty:hidden max-lg:fixed max-lg:inset-x-0 max-lg:p-2 ${above ? 'max-lg:top-29 max-lg:bottom-auto' : 'max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))]'}`}
    >
      {shown.map((toast) => (
        <ToastLine
          key={toast.id}
          toast={toast}
          close={close}
          firstButton={toast === newest ? newestButton : undefined}
          onLeft={restoreFocus}
        />
      ))}
    </section>
  )
}

/** Whether the press before the newest toast was in the lower half of the screen, which that toast must not cover. */
function useAbove(newestId: number): boolean {
  const pressedLow = useRef(false)
  const [above, setAbove] = useState(false)
  useEffect(() => {
    const onPointer = ({ clientY }: PointerEvent) => {
      pressedLow.current = clientY > window.innerHeight / 2
    }
    const onKey = ({ target }: KeyboardEvent) => {
      if (target instanceof Element)
        pressedLow.current = target.getBoundingClientRect().top > window.innerHeight / 2
    }
    document.addEventListener('pointerdown', onPointer, true)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', onPointer, true)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [])
  useLayoutEffect(() => {
    if (newestId > 0) setAbove(pressedLow.current)
  }, [newestId])
  return above
}
