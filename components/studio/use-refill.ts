import { useRef } from 'react'
import type { ComposerState } from '@/components/composer'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { fieldsOf } from '@/lib/client/draft'
import { useMessages } from '@/lib/client/messages'
import type { SubmissionContent, SubmittedImage } from '@/lib/client/submissions'
import type { ReadableGeneration } from '@/lib/shared/generation'

const OFFER_S = 30

const imagesOf = ({ images }: ReadableGeneration): SubmittedImage[] =>
  images.map((image) => ({ ...image, name: image.id }))

/** Actions that fill the form with existing content. The previous content can be restored from a toast. */
export function useRefill(composer: ComposerState) {
  const messages = useMessages('composer')
  const actions = useMessages('actions')
  const hideToast = useRef<() => void>(undefined)

  const refill = (text: string, change: () => void) => {
    const before = composer.snapshot()
    const empty = before.fields.prompt.trim() === '' && before.photos.tokens.length === 0
    change()
    // Only in the next frame: the form may have to expand first, and a closing menu returns its focus.
    requestAnimationFrame(() => composer.form.setFocus('prompt'))
    hideToast.current?.()
    if (empty) return announce(text)
    const press = () => {
      composer.restore(before)
      composer.form.setFocus('prompt')
    }
    hideToast.current = showToast({ text, seconds: OFFER_S, action: { label: actions.putBack, press } })
  }

  const fill = (generation: ReadableGeneration, copies: File[] | undefined, keepSeed: boolean) =>
    refill(messages.filled, () => {
      composer.fill(fieldsOf(generation), copies ? [] : imagesOf(generation), { keepSeed })
      if (copies) composer.frames.add(copies, 0)
    })

  return {
    editSubmission: ({ submission, images }: SubmissionContent) =>
      refill(messages.filled, () => composer.fill(fieldsOf(submission), images, { keepSeed: true })),
    /** `copies`: copies of the images, where the originals belong to somebody else. */
    edit: (generation: ReadableGeneration, copies?: File[]) => fill(generation, copies, true),
    again: (generation: ReadableGeneration, copies?: File[]) => fill(generation, copies, false),
    goOn: (generation: ReadableGeneration, lastFrame: File) =>
      refill(actions.continued, () => {
        const { duration, resolution, generate_audio } = fieldsOf(generation)
        composer.form.setValue('duration', duration)
        composer.form.setValue('resolution', resolution)
        composer.form.setValue('generate_audio', generate_audio)
        composer.adapt()
        composer.frames.add([lastFrame], 0)
      }),
  }
}
