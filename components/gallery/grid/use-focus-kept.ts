import { type FocusEvent, useLayoutEffect, useRef } from 'react'

/** What held the focus may go by itself, as a video does that no longer belongs to what is shown: `onLost` then. */
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
