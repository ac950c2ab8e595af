import { notify } from '@/components/notices'
import { generations } from '@/lib/client/api'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import { sayRefused } from './say-failure'

const READ_S = 12

/** Sharing with the team. Told when it is done, not before: others may look from then on. */
export function useShare(adopt: (generation: Generation) => void) {
  const words = useWords()
  return async ({ id, shared }: Generation) => {
    const answer = await generations.share(id, !shared)
    if (answer.is === 'shared') adopt(answer.generation)
    const text =
      answer.is !== 'shared'
        ? words.deeds.notShared(sayRefused(words, answer))
        : answer.generation.shared
          ? words.deeds.shared
          : words.deeds.unshared
    notify({ text, seconds: READ_S })
  }
}
