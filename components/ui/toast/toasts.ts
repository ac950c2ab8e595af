import { createStore, useStore } from '@/lib/client/store'

/** A short message about what has happened, optionally with one action. */
export type Toast = {
  text: string
  action?: { label: string; press: () => void }
  /** How long it is visible; null: until it is hidden by code or closed by the user. */
  seconds: number | null
  /** It closed (timeout, close button, or replaced by a newer one) without its action being pressed. */
  onGone?: () => void
}

export type Shown = Toast & { id: number }

/** Nobody would read more than these. */
const MAX_SHOWN = 3

const shown = createStore<readonly Shown[]>([])
let count = 0

function take(id: number): Shown | undefined {
  const toast = shown.get().find((one) => one.id === id)
  if (toast) shown.set(shown.get().filter((one) => one !== toast))
  return toast
}

/** Closes it without its action. */
export const dismiss = (id: number): void => take(id)?.onGone?.()

/** Closes it by its action. */
export const act = (id: number): void => take(id)?.action?.press()

/**
 * Shows a toast. If there are too many, the oldest with a timeout closes. Returns a function that hides it without
 * calling `onGone`.
 */
export function showToast(toast: Toast): () => void {
  const id = ++count
  const oldest = shown.get().find(({ seconds }) => seconds !== null)
  if (shown.get().length >= MAX_SHOWN && oldest) dismiss(oldest.id)
  shown.set([...shown.get(), { ...toast, id }])
  return () => void take(id)
}

export const useShown = (): readonly Shown[] => useStore(shown)
