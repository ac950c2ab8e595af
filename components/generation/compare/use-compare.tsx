import { useState } from 'react'
import { compareChoice, pausePlaying } from '@/components/gallery'
import { lazy } from '@/components/layout/lazy'
import { showToast } from '@/components/ui/toast'
import { useLocale, useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const Comparison = lazy(async () => (await import('./comparison')).Comparison)

/** Side-by-side comparison of two to four videos that the user picks. */
export function useCompare() {
  const locale = useLocale()
  const { notReached } = useMessages('page')
  const [videos, setVideos] = useState<readonly Generation[]>([])

  const begin = () => {
    pausePlaying() // otherwise it is heard behind the dialog
    setVideos(compareChoice.get())
    compareChoice.set([])
  }
  return {
    async choose(generation: Generation, { open }: { open: boolean }) {
      try {
        const { choose } = await import('./choose')
        choose(generation, { open, locale, begin })
      } catch {
        showToast({ text: notReached, seconds: 8 })
      }
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
