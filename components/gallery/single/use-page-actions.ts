import type { GenerationActions } from '@/components/gallery/actions/generation-actions'
import { useRefusalText } from '@/components/gallery/actions/use-refusal-text'
import { useStar } from '@/components/gallery/actions/use-star'
import { showToast } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const READ_S = 20

/** Where the studio does this with a generation. */
export const addressFor = (action: 'again' | 'continue', id: string): string =>
  `/?${action}=${encodeURIComponent(id)}`

/**
 * What a generation can have done on a page of its own. What is to be sent is sent from the form, where a person sees
 * it first: these lead there.
 */
export function usePageActions({
  upsert,
  refresh,
}: Pick<GenerationActions, 'upsert' | 'refresh'>): GenerationActions {
  const messages = useMessages('decisions')
  const refusalText = useRefusalText()
  const toForm = ({ id }: Generation) => location.assign(addressFor('again', id))
  return {
    edit: toForm,
    again: toForm,
    sendAnew: toForm,
    goOn: async ({ id }) => location.assign(addressFor('continue', id)),
    star: useStar(upsert),
    compare: null,
    /** Deletes it at once and leads to the videos that are left. */
    async remove({ id }) {
      const answer = await generations.remove(id)
      if (answer.type === 'removed') location.assign('/')
      else showToast({ text: messages.remove.failed(await refusalText(answer)), seconds: READ_S })
    },
    upsert,
    refresh,
  }
}
