import { useState } from 'react'
import { pausePlaying } from '@/components/gallery'
import { lazy } from '@/components/layout/lazy'
import type { Generation } from '@/lib/shared/generation'

const Comparison = lazy(async () => (await import('./comparison')).Comparison)

/** Side-by-side comparison of two to four videos. */
export function useCompare() {
  const [videos, setVideos] = useState<readonly Generation[]>([])
  return {
    begin(chosen: readonly Generation[]) {
      pausePlaying() // otherwise it is heard behind the dialog
      setVideos(chosen)
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
