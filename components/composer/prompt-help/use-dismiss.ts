import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Calls back when what is open inside `container` is to be closed: on Escape there, and when something elsewhere is pressed or
 * focused, which it might cover.
 * @param onDismiss gets the target of Escape; null when the focus is elsewhere already
 */
export function useDismiss(
  container: RefObject<HTMLElement | null>,
  open: boolean,
  onDismiss: (escapedFrom: EventTarget | null) => void,
) {
  const onKey = useEffectEvent(({ key, target }: KeyboardEvent) => {
    if (key === 'Escape') onDismiss(target)
  })
  const leave = useEffectEvent(({ target }: Event) => {
    if (target instanceof Node && !container.current?.contains(target)) onDismiss(null)
  })
  useEffect(() => {
    if (!open) return
    const listening = new AbortController()
    const { signal } = listening
    container.current?.addEventListener('keydown', (event) => onKey(event), { signal })
    for (const type of ['pointerdown', 'focusin'])
      document.addEventListener(type, (event) => leave(event), { signal })
    return () => listening.abort()
  }, [container, open])
}
