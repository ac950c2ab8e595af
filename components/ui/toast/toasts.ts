import { createStore, useStore } from '@/lib/client/store'

/** A line that says what has happened, and perhaps offers one thing to do about it. */
export type Toast = {
  text: string
  action?: { label: string; press: () => void }
  /** How long it is in sight before it goes by itself; null: until it is taken back or pressed away. */
  seconds: number | null
  /** It went, by time, by hand or for newer ones, and its action was not pressed. */
  onGone?: () => void
}

export type Shown = Toast & { id: number }

/** More than these would be read by nobody. */
const MOST = 3

const shown = createStore<readonly Shown[]>([])
let count = 0

function takeBack(id: number): Shown | undefined {
  const toast = shown.get().find((one) => one.id === id)
  if (toast) shown.set(shown.get().filter((one) => one !== toast))
  return toast
}

/** It goes without its action. */
export const dismiss = (id: number): void => takeBack(id)?.onGone?.()

/** It goes by its action. */
export const act = (id: number): void => takeBack(id)?.action?.press()

/** Shows a notice. The oldest that would go by itself makes room for it. Returns how to take it back, unheard. */
export function showToast(toast: Toast): () => void {
  const id = ++count
  const oldest = shown.get().find(({ seconds }) => seconds !== null)
  if (shown.get().length >= MOST && oldest) dismiss(oldest.id)
  shown.set([...shown.get(), { ...toast, id }])
  return () => void takeBack(id)
}

export const useShown = (): readonly Shown[] => useStore(shown)
