import { selection } from '@/components/gallery/selected'
import { showToast } from '@/components/ui/toast'
import type { Refused } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'
import { useGenerationActions } from './generation-actions'
import { useRefusalText } from './use-refusal-text'

const TOAST_S = 20

type Change = {
  /** What it will be. */
  optimistic: (generation: Generation) => Generation
  send: (generation: Generation) => Promise<{ generation: Generation } | Refused>
  /** Says for how many it was refused, and why. */
  failed: (count: number, why: string) => string
}

/**
 * Changes videos as an optimistic update. Requests go out one by one, so that a large selection doesn't keep everybody else
 * waiting; what is refused is put back, and one toast says so for all.
 */
export function useChangeMany() {
  const { upsert } = useGenerationActions()
  const refusalText = useRefusalText()
  const put = (generation: Generation) => {
    upsert(generation)
    selection.set(selection.get().map((one) => (one.id === generation.id ? generation : one)))
  }
  return async (videos: readonly Generation[], { optimistic, send, failed }: Change): Promise<void> => {
    for (const video of videos) put(optimistic(video))
    const refused: Refused[] = []
    for (const video of videos) {
      const answer = await send(video)
      if ('generation' in answer) put(answer.generation)
      else {
        put(video)
        refused.push(answer)
      }
    }
    if (refused[0])
      showToast({ text: failed(refused.length, await refusalText(refused[0])), seconds: TOAST_S })
  }
}
