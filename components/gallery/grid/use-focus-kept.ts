import { type FocusEvent, useLayoutEffect, useRef } from 'react'

/**
 * Calls `onLost` when the focused element leaves the DOM by itself, such as the card of a video that left the view.
 */
export function useFocusKept(onLost: () => void) {
  const focused = useRef<Element>(null)
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return
    focused.current = null
    // Only the document knows whether something else has taken it.
    if (document.activeElement === document.body) onLost()
  })
  return {
    onFocus: ({ target }: FocusEvent) => {
      focused.current = target
    },
    onBlur: () => {
      focused.current = null
    },
  }
}
