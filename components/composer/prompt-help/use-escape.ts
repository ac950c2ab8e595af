import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Calls back when Escape is pressed inside `container` while something there can be closed. */
export function useEscape(
  container: RefObject<HTMLElement | null>,
  closable: boolean,
  onEscape: (from: EventTarget | null) => void,
) {
  const listen = useEffectEvent(({ key, target }: KeyboardEvent) => {
    if (key === 'Escape') onEscape(target)
  })
  useEffect(() => {
    if (!closable) return
    const element = container.current
    const onKey = (event: KeyboardEvent) => listen(event)
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [container, closable])
}
