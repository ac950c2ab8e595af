import { sayRefused } from '@/components/gallery/card/failure-text'
import { notify } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import type { GenerationActions } from './generation-actions'
import { useStar } from './use-star'

const READ_S = 20

/** Where the studio does this with a generation. */
export const addressFor = (action: 'again' | 'continue', id: string): string =>
  `/?${action}=${encodeURIComponent(id)}`

/**
 * What a generation can have done on a page of its own. What is to be sent is sent from the form, where a person sees
 * it first: these lead there.
 */
export function usePageActions({
  adopt,
  refresh,
}: Pick<GenerationActions, 'adopt' | 'refresh'>): GenerationActions {
  const words = useWords()
  const toForm = ({ id }: Generation) => location.assign(addressFor('again', id))
  return {
    edit: toForm,
    again: toForm,
    sendAnew: toForm,
    goOn: async ({ id }) => location.assign(addressFor('continue', id)),
    star: useStar(adopt),
    compare: null,
    /** Deletes it at once and leads to the films that are left. */
    async remove({ id }) {
      const answer = await generations.remove(id)
      if (answer.is === 'removed') location.assign('/')
      else notify({ text: words.decisions.remove.failed(sayRefused(words, answer)), seconds: READ_S })
    },
    adopt,
    refresh,
  }
}
