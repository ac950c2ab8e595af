import { useSyncExternalStore } from 'react'

type Message = { text: string; count: number }

const QUIET: Message = { text: '', count: 0 }
const listeners = new Set<() => void>()
let message = QUIET

/** Says a sentence once to people who listen to the page. */
export function announce(text: string): void {
  message = { text, count: message.count + 1 }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What was announced last; `count` tells two equal sentences apart. */
export const useAnnouncement = (): Message =>
  useSyncExternalStore(
    subscribe,
    () => message,
    () => QUIET,
  )
