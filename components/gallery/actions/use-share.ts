import { showToast } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { cardMenuEn } from '@/lib/shared/messages/en/card-menu'
import { cardMenuZh } from '@/lib/shared/messages/zh/card-menu'
import { useGenerationActions } from './generation-actions'
import { useRefusalText } from './use-refusal-text'

const TOAST_S = 12

/**
 * Shares a video with the team or stops sharing it. Not optimistic: the toast waits for the server, since others can
 * see the video from then on.
 */
export function useShare() {
  const { upsert } = useGenerationActions()
  const messages = useMessages({ en: cardMenuEn, zh: cardMenuZh })
  const refusalText = useRefusalText()
  return async ({ id }: Generation, shared: boolean) => {
    const answer = await generations.share(id, shared)
    if (answer.type !== 'shared')
      return showToast({ text: messages.notShared(await refusalText(answer)), seconds: TOAST_S })
    upsert(answer.generation)
    showToast({ text: answer.generation.shared ? messages.shared : messages.unshared, seconds: TOAST_S })
  }
}
