import { sayRefused } from '@/components/gallery/card/failure-text'
import { notify } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useLateWords, useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { cardMenuEn } from '@/lib/shared/messages/en/card-menu'
import { cardMenuZh } from '@/lib/shared/messages/zh/card-menu'
import { useGenerationActions } from './generation-actions'

const READ_S = 12

/** Lets the team see a video, or no longer. Told when it is done, not before: others may look from then on. */
export function useShare() {
  const { adopt } = useGenerationActions()
  const words = useLateWords({ en: cardMenuEn, zh: cardMenuZh })
  const all = useWords()
  return async ({ id }: Generation, shared: boolean) => {
    const answer = await generations.share(id, shared)
    if (answer.is !== 'shared')
      return notify({ text: words.notShared(sayRefused(all, answer)), seconds: READ_S })
    adopt(answer.generation)
    notify({ text: answer.generation.shared ? words.shared : words.unshared, seconds: READ_S })
  }
}
