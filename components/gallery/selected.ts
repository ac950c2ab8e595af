import { createStore, useStore } from '@/lib/client/store'
import type { Generation } from '@/lib/shared/generation'

/** The videos that are selected, in the order in which they were picked; empty while none are. */
export const selection = createStore<readonly Generation[]>([])

export const useSelection = (): readonly Generation[] => useStore(selection)

/** Selects a video, or takes it out of the selection. */
export function toggleSelected(generation: Generation): void {
  const before = selection.get()
  const others = before.filter(({ id }) => id !== generation.id)
  selection.set(others.length < before.length ? others : [...before, generation])
}
