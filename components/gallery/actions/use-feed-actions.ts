import type { Gallery } from '@/components/gallery/feed/use-feed'
import { goToVideos } from '@/components/gallery/go-to-videos'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Submissions } from '@/lib/client/submissions'
import { canBeUndone, deletionOf } from '@/lib/shared/deletion'
import { type Generation, isReadable, type ReadableGeneration } from '@/lib/shared/generation'
import type { GenerationActions } from './generation-actions'
import type { Removal } from './use-removal'
import { useStar } from './use-star'

const READ_S = 12

/** What is done with the form. */
export type FormActions = {
  /** `copies`: of photos that are another person's. */
  edit: (generation: ReadableGeneration, copies?: File[]) => void
  again: (generation: ReadableGeneration, copies?: File[]) => void
  goOn: (generation: ReadableGeneration, lastFrame: File) => void
}

export type Reach = {
  gallery: Gallery
  removal: Removal
  submissions: Submissions
  form: FormActions
  compare: GenerationActions['compare']
}

/** What the cards of the feed can have done. */
export function useFeedActions({ gallery, removal, submissions, form, compare }: Reach): GenerationActions {
  const said = useMessages('actions')
  const composer = useMessages('composer')
  const star = useStar(gallery.upsert)
  /** What others share is to be seen: a photo of theirs goes into the form as a copy of one's own. */
  const withPhotos = (fill: FormActions['again']) => async (generation: Generation) => {
    if (!isReadable(generation)) return // the card offers nothing of the kind
    if (generation.by === null || generation.images.length === 0) return fill(generation)
    const copies = await copiesOf(generation)
    if (copies) fill(generation, copies)
    else showToast({ text: said.noPhotos, seconds: READ_S })
  }
  return {
    edit: withPhotos(form.edit),
    again: withPhotos(form.again),
    async goOn(generation) {
      if (!isReadable(generation)) return
      const file = await lastFrameOf(generation)
      if (file) form.goOn(generation, file)
      else showToast({ text: said.noLastFrame, seconds: READ_S })
    },
    star,
    compare,
    remove(generation) {
      const deletion = deletionOf(generation)
      if (deletion) removal.remove(generation, { undo: canBeUndone(deletion) })
    },
    sendAnew(generation) {
      if (!isReadable(generation)) return
      const { model, prompt, settings, images } = generation
      const named = images.map((image) => ({ ...image, name: image.id }))
      const sent = submissions.sendAnew({ submission: { model, prompt, settings }, images: named })
      announce(sent ? composer.sent : composer.alreadySending)
      goToVideos({ top: true }) // where the new card is
    },
    upsert: gallery.upsert,
    refresh: gallery.refresh,
  }
}

/** Null where it cannot be had: the line is broken, or the video cannot be read. */
async function lastFrameOf(generation: Generation): Promise<File | null> {
  try {
    const { takeLastFrame } = await import('@/components/gallery/player/last-frame')
    return await takeLastFrame(generation)
  } catch {
    return null // whatever it was, the person is told the one thing that helps
  }
}

/** Null where they cannot be had: the line is broken, or they are shared no more. */
async function copiesOf(generation: Generation): Promise<File[] | null> {
  try {
    const { takePhotos } = await import('./take-photos')
    return await takePhotos(generation)
  } catch {
    return null // as with the last frame
  }
}
