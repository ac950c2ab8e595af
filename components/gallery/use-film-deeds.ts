import { notify } from '@/components/notices'
import { generations } from '@/lib/client/api'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import { sayRefused } from './say-failure'
import { useStar } from './use-star'

const READ_S = 20

/** What a film can have done on a page of its own. What is not taken is told. */
export function useFilmDeeds(adopt: (generation: Generation) => void) {
  const words = useWords()
  return {
    star: useStar(adopt),
    /** Deletes it at once and leads to the films that are left. */
    async remove({ id }: Generation) {
      const answer = await generations.remove(id)
      if (answer.is === 'removed') location.assign('/')
      else notify({ text: words.decisions.remove.failed(sayRefused(words, answer)), seconds: READ_S })
    },
  }
}
