import { type RefCallback, useState } from 'react'

export type FocusTargets = {
  /** Ref for the element to focus under `key`. */
  ref: (key: string) => RefCallback<HTMLElement>
  /** Focuses it, if it is mounted. */
  focus: (key: string) => void
}

/** A registry of elements that mount and unmount, to focus one of them later by its key. */
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
