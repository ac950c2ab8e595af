import type { Generation } from '@/lib/shared/generation'
import { selection, toggleSelected } from './selected'

/** The videos in view and beyond, as the gallery shows them; ranges go by this order. */
let shown: readonly Generation[] = []

export const noteShown = (videos: readonly Generation[]): void => {
  shown = videos
}

/** Selects all from the one that was picked last to this one, which then is the last. */
export function selectRange(to: Generation): void {
  const before = selection.get()
  const from = shown.findIndex(({ id }) => id === before.at(-1)?.id)
  const end = shown.findIndex(({ id }) => id === to.id)
  if (from === -1 || end === -1) {
    toggleSelected(to)
    return
  }
  const between = shown.slice(Math.min(from, end), Math.max(from, end) + 1)
  if (end < from) between.reverse()
  selectAlso(between)
}

/** Selects everything that the gallery has loaded. */
export const selectAllShown = (): void => selectAlso(shown)

function selectAlso(videos: readonly Generation[]): void {
  const ids = new Set(videos.map(({ id }) => id))
  selection.set([...selection.get().filter(({ id }) => !ids.has(id)), ...videos])
}
