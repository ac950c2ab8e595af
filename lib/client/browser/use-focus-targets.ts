import { type RefCallback, useState } from 'react'

export type FocusTargets = {
  /** For the element that takes the focus for `key`. */
  ref: (key: string) => RefCallback<HTMLElement>
  /** Puts the focus there, if it is on the page. */
  focus: (key: string) => void
}

/** Elements that come and go, by keys: to put the focus on one of them later. */
export function useFocusTargets(): FocusTargets {
  const [targets] = useState(() => new Map<string, HTMLElement>())
  return {
    ref: (key) => (element) => {
      if (element) targets.set(key, element)
      else targets.delete(key)
    },
    focus: (key) => targets.get(key)?.focus(),
  }
}
