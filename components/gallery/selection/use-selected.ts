import { useEffect } from 'react'
import { goToVideos } from '@/components/gallery/go-to-videos'
import { noteShown } from '@/components/gallery/select-range'
import { selection, useSelection } from '@/components/gallery/selected'
import type { Generation } from '@/lib/shared/generation'

/** Elements that Escape closes or clears by itself. */
const OWN_ESCAPE = 'input, textarea, select, [role="menu"]'

export function clearSelection(): void {
  selection.set([])
  goToVideos()
}

/**
 * The selected videos as they are by now. Escape clears the selection.
 * @param items the videos that the gallery shows, in its order
 */
export function useSelected(items: readonly Generation[]): Generation[] {
  useEffect(() => noteShown(items), [items])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // Escape closes the dialog, also when what had the focus there is gone.
      if (document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return
      clearSelection()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const known = new Map(items.map((item) => [item.id, item]))
  return useSelection().map((one) => known.get(one.id) ?? one)
}
