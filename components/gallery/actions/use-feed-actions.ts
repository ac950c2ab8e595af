import type { Gallery } from '@/components/gallery/feed/use-feed'
import { goToVideos } from '@/components/gallery/go-to-videos'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useLocale, useMessages } from '@/lib/client/messages'
import type { SubmissionContent, Submissions } from '@/lib/client/submissions'
import { canBeUndone, type Deletion, deletionOf, isUrgent } from '@/lib/shared/deletion'
import { type Generation, isReadable, type ReadableGeneration } from '@/lib/shared/generation'
import type { Locale } from '@/lib/shared/messages/locale'
import { canRunAgain } from '@/lib/shared/retry'
import type { GenerationActions } from './generation-actions'
import type { Removal, Undo } from './use-removal'
import { useStar } from './use-star'

const TOAST_S = 12

/** Actions that fill the form. */
export type FormActions = {
  /** `copies`: copies of the images, where the originals belong to somebody else. */
  edit: (generation: ReadableGeneration, copies?: File[]) => void
  reuse: (generation: ReadableGeneration, copies?: File[]) => void
  keepSeed: (generation: ReadableGeneration, copies?: File[]) => void
  goOn: (generation: ReadableGeneration, lastFrame: File) => void
}

export type Reach = {
  gallery: Gallery
  removal: Removal
  submissions: Submissions
  form: FormActions
  play: GenerationActions['play']
  /** Call when a video leaves the view by an action on it. */
  leaveGap: (generation: Generation) => void
}

/** The actions of the cards in the feed. */
export function useFeedActions({
  gallery,
  removal,
  submissions,
  form,
  play,
  leaveGap,
}: Reach): GenerationActions {
  const locale = useLocale()
  const messages = useMessages('actions')
  const composer = useMessages('composer')
  const star = useStar(gallery.upsert)
  /** A shared generation’s images belong to its owner, so they go into the form as the user’s own copies. */
  const withPhotos = (fill: FormActions['reuse']) => async (generation: Generation) => {
    if (!isReadable(generation)) return // its card doesn’t offer this
    if (generation.by === null || generation.images.length === 0) return fill(generation)
    const copies = await copiesOf(generation)
    if (copies) fill(generation, copies)
    else showToast({ text: messages.noPhotos, seconds: TOAST_S })
  }
  const tell = (sent: boolean) => {
    announce(sent ? composer.sent : composer.alreadySending)
    goToVideos({ top: true }) // where the new card appears
  }
  const sendAnew = (generation: Generation) => {
    if (isReadable(generation)) tell(submissions.sendAnew(contentOf(generation)))
  }
  const undoOf = (generation: Generation, deletion: Deletion): Undo => {
    if (!canBeUndone(deletion)) return null
    if (!isUrgent(deletion)) return 'delayed'
    return generation.by === null && isReadable(generation) ? () => sendAnew(generation) : null
  }
  return {
    edit: withPhotos(form.edit),
    reuse: withPhotos(form.reuse),
    keepSeed: withPhotos(form.keepSeed),
    runAgain(generation) {
      if (!isReadable(generation) || !canRunAgain(generation)) return
      const { settings } = generation
      tell(submissions.sendAnother(contentOf({ ...generation, settings: { ...settings, seed: null } })))
    },
    async goOn(generation) {
      if (!isReadable(generation)) return
      const file = await lastFrameOf(generation, locale)
      if (file instanceof File) form.goOn(generation, file)
      else showToast({ text: file ?? messages.noLastFrame, seconds: TOAST_S })
    },
    star(generation) {
      if (gallery.view.show === 'starred') leaveGap(generation)
      star(generation)
    },
    play,
    remove(generation) {
      const deletion = deletionOf(generation)
      if (!deletion) return
      leaveGap(generation)
      removal.remove([generation], { undo: undoOf(generation, deletion) })
    },
    sendAnew,
    upsert: gallery.upsert,
    refresh: gallery.refresh,
  }
}

/** What would submit the same again. */
const contentOf = ({ model, prompt, settings, images }: ReadableGeneration): SubmissionContent => ({
  submission: { model, prompt, settings },
  images: images.map((image) => ({ ...image, name: image.id })),
})

/**
 * Or the sentence that says why the browser keeps it back; null where it is unavailable otherwise: the network, or a video
 * that cannot be decoded.
 */
async function lastFrameOf(generation: Generation, locale: Locale): Promise<File | string | null> {
  try {
    const { AlteredFrame, takeLastFrame } = await import('@/components/gallery/player/last-frame')
    return await takeLastFrame(generation).catch((error: unknown) => {
      if (error instanceof AlteredFrame) return error.texts[locale]
      throw error
    })
  } catch {
    return null
  }
}

/** Null if they are unavailable: a network error, or no longer shared. */
async function copiesOf(generation: Generation): Promise<File[] | null> {
  try {
    const { takePhotos } = await import('./take-photos')
    return await takePhotos(generation)
  } catch {
    return null
  }
}
