import type { ComposerState } from '@/components/composer'
import { fieldsOf } from '@/lib/client/draft'
import { useMessages } from '@/lib/client/messages'
import type { SubmissionContent, SubmittedImage } from '@/lib/client/submissions'
import type { ReadableGeneration } from '@/lib/shared/generation'

const imagesOf = ({ images }: ReadableGeneration): SubmittedImage[] =>
  images.map((image) => ({ ...image, name: image.id }))

/** Actions that fill the form with existing content. The previous content can be restored from a toast. */
export function useRefill(composer: ComposerState) {
  const messages = useMessages('composer')
  const actions = useMessages('actions')
  const { refill } = composer

  const take = (generation: ReadableGeneration, copies: File[] | undefined, keepSeed: boolean) => {
    composer.fill(fieldsOf(generation), copies ? [] : imagesOf(generation), { keepSeed })
    if (copies) composer.frames.add(copies, 0)
  }
  const fill = (generation: ReadableGeneration, copies: File[] | undefined, keepSeed: boolean) =>
    refill(messages.filled, () => take(generation, copies, keepSeed))

  return {
    editSubmission: ({ submission, images }: SubmissionContent) =>
      refill(messages.filled, () => composer.fill(fieldsOf(submission), images, { keepSeed: true })),
    /** `copies`: copies of the images, where the originals belong to somebody else. */
    edit: (generation: ReadableGeneration, copies?: File[]) => fill(generation, copies, true),
    reuse: (generation: ReadableGeneration, copies?: File[]) => fill(generation, copies, false),
    keepSeed: (generation: ReadableGeneration, copies?: File[]) => {
      const { seed } = generation
      if (seed === null) return // offered only where there is one
      refill(actions.seedKept(seed), () => {
        take(generation, copies, false)
        composer.form.setValue('seed', `${seed}`)
        composer.lockSeed(true)
      })
    },
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
