import { useSyncExternalStore } from 'react'

/** A line that says what has happened, and perhaps offers one thing to do about it. */
export type Notice = {
  text: string
  action?: { label: string; press: () => void }
  /** How long it is in sight before it goes by itself; null: until it is taken back or pressed away. */
  seconds: number | null
  /** It went, by time, by hand or for newer ones, and its action was not pressed. */
  onGone?: () => void
}

export type Shown = Notice & { id: number }

/** More than these would be read by nobody. */
const MOST = 3
const NONE: readonly Shown[] = []

const listeners = new Set<() => void>()
let shown = NONE
let count = 0

function put(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

function takeBack(id: number): Shown | undefined {
  const notice = shown.find((one) => one.id === id)
  if (notice) put(shown.filter((one) => one !== notice))
  return notice
}

/** It goes without its action. */
export const dismiss = (id: number): void => takeBack(id)?.onGone?.()

/** It goes by its action. */
export const act = (id: number): void => takeBack(id)?.action?.press()

/** Shows a notice. The oldest that would go by itself makes room for it. Returns how to take it back, unheard. */
export function notify(notice: Notice): () => void {
  const id = ++count
  const oldest = shown.find(({ seconds }) => seconds !== null)
  if (shown.length >= MOST && oldest) dismiss(oldest.id)
  put([...shown, { ...notice, id }])
  return () => void takeBack(id)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useShown = (): readonly Shown[] =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  )
