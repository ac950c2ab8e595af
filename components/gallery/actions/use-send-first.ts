import { showToast } from '@/components/ui/toast'
import { queue } from '@/lib/client/api/queue'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { queueEn } from '@/lib/shared/messages/en/queue'
import { queueZh } from '@/lib/shared/messages/zh/queue'
import { useGenerationActions } from './generation-actions'
import { useRefusalText } from './use-refusal-text'

const TOAST_S = 12

/** Puts a queued generation first in line. Not optimistic: it may have been sent meanwhile. */
export function useSendFirst() {
  const { upsert, refresh } = useGenerationActions()
  const messages = useMessages({ en: queueEn, zh: queueZh })
  const refusalText = useRefusalText()
  return async ({ id }: Generation) => {
    const answer = await queue.putFirst(id)
    refresh() // the others have moved, or it is no longer in line
    if (answer.type !== 'moved')
      return showToast({ text: messages.notMoved(await refusalText(answer)), seconds: TOAST_S })
    upsert(answer.generation)
    showToast({ text: messages.moved, seconds: TOAST_S })
  }
}
