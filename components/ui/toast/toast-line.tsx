import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/components/ui'
import { act, dismiss, type Shown } from './toasts'

type Props = {
  toast: Shown
  close: string
  /** Ref for its first button. */
  firstButton?: RefObject<HTMLButtonElement | null> | undefined
  /** It was removed while it had the focus. */
  onLeft: () => void
}

/** One toast. Its timer runs only while it is visible and neither hovered nor focused, so that nobody is rushed. */
export function ToastLine({ toast: { id, text, action, seconds }, close, firstButton, onLeft }: Props) {
  const line = useRef<HTMLParagraphElement>(null)
  const [seen, setSeen] = useState(false)
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const remainingMs = useRef((seconds ?? 0) * 1_000)

  useEffect(() => {
    if (!line.current) return
    const observer = new IntersectionObserver((seen) => setSeen(seen.at(-1)?.isIntersecting ?? false))
    observer.observe(line.current)
    return () => observer.disconnect()
  }, [])

  const runs = seconds !== null && seen && !hovered && !focused
  useEffect(() => {
    if (!runs) return
    const began = Date.now()
    const timer = setTimeout(() => dismiss(id), remainingMs.current)
    return () => {
      clearTimeout(timer)
      remainingMs.current -= Date.now() - began
    }
  }, [id, runs])

  const leave = useEffectEvent(() => {
    // Only the document knows where the focus is.
    if (line.current?.contains(document.activeElement)) queueMicrotask(onLeft)
  })
  useLayoutEffect(() => () => leave(), []) // a layout effect, because its cleanup runs while the element is still in the DOM

  return (
    <p
      ref={line}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="pointer-events-auto flex min-h-12 max-w-[min(100%,40rem)] items-center gap-3 rounded border bg-raised py-1 pl-4 text-sm"
    >
      <span className="wrap-anywhere line-clamp-3 min-w-0 text-balance">{text}</span>
      {action && (
        <Button
          ref={firstButton}
          variant="link"
          onClick={() => act(id)}
          className="min-h-10 shrink-0 pointer-coarse:min-h-11"
        >
          {action.label}
        </Button>
      )}
      <IconButton
        ref={action ? undefined : firstButton}
        icon="close"
        name={close}
        onClick={() => dismiss(id)}
      />
    </p>
  )
}
