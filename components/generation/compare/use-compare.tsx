import { useRef, useState } from 'react'
import { compareChoice, MOST_COMPARED, pausePlaying } from '@/components/gallery'
import { lazy } from '@/components/layout/lazy'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const Comparison = lazy(async () => (await import('./comparison')).Comparison)

/** Side-by-side comparison: the user picks two to four videos; a toast says how many, and begins or cancels. */
export function useCompare() {
  const messages = useMessages('actions').compare
  const hideToast = useRef(() => {})
  const [videos, setVideos] = useState<readonly Generation[]>([])

  const clear = () => compareChoice.set([])
  const begin = () => {
    hideToast.current()
    pausePlaying() // otherwise it is heard behind the dialog
    setVideos(compareChoice.get())
    clear()
  }
  const offer = ([first, ...others]: readonly Generation[]) => {
    hideToast.current()
    if (!first) return
    const many = others.length > 0
    hideToast.current = showToast({
      text: many ? messages.chosenMany(others.length + 1) : messages.chosen(first.prompt),
      seconds: null,
      action: many ? { label: messages.begin, press: begin } : { label: messages.cancel, press: clear },
      onGone: clear,
    })
  }
  return {
    choose(generation: Generation, { open }: { open: boolean }) {
      const before = compareChoice.get()
      const others = before.filter(({ id }) => id !== generation.id)
      const chosen = others.length < before.length ? others : [...before, generation].slice(0, MOST_COMPARED)
      compareChoice.set(chosen)
      if (open && chosen.length > before.length && chosen.length > 1) begin()
      else offer(chosen)
    },
    /** `items`: the videos as they are by now. */
    dialog: (items: readonly Generation[]) =>
      videos.length > 0 && (
        <Comparison
          videos={videos.map((video) => items.find(({ id }) => id === video.id) ?? video)}
          onRemoved={(id) => setVideos((left) => left.filter((video) => video.id !== id))}
          onClose={() => setVideos([])}
        />
      ),
  }
}
