import type { GenerationActions } from '@/components/gallery/actions/generation-actions'
import { useRefusalText } from '@/components/gallery/actions/use-refusal-text'
import { useStar } from '@/components/gallery/actions/use-star'
import { showToast } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'
import type { Generation } from '@/lib/shared/generation'

const TOAST_S = 20

/** The studio’s URL that starts this action with a generation. */
export const addressFor = (action: 'again' | 'continue' | 'seed', id: string): string =>
  withBasePath(`/?${action}=${encodeURIComponent(id)}`)

/**
 * Actions on the page of one generation. Whatever submits leads to the studio’s form, so that the user reviews it
 * first.
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
    reuse: toForm,
    keepSeed: ({ id }) => location.assign(addressFor('seed', id)),
    runAgain: null,
    play: null,
    sendAnew: toForm,
    goOn: async ({ id }) => location.assign(addressFor('continue', id)),
    star: useStar(upsert),
    /** Deletes it right away and returns to the gallery. */
    async remove({ id, status }) {
      const answer = await generations.remove(id, status)
      if (answer.type === 'removed') location.assign(withBasePath('/'))
      else showToast({ text: messages.remove.failed(await refusalText(answer)), seconds: TOAST_S })
    },
    upsert,
    refresh,
  }
}
