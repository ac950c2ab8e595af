import { useAlive } from '@/components/ui'
import { useLateWords } from '@/lib/client/messages'
import type { Fact } from '@/lib/shared/facts'
import { type Generation, isActive } from '@/lib/shared/generation'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'

type Times = Pick<Generation, 'status' | 'createdAt' | 'updatedAt' | 'completedAt'>

/** When what happened to a film, and how long it took. In UTC until the reader's own time zone is known. */
export function useTimes({ status, createdAt, updatedAt, completedAt }: Times): Fact[] {
  const words = useLateWords({ en: filmEn, zh: filmZh })
  const zone = useAlive() ? undefined : 'UTC'
  const asked = { label: words.asked, value: words.moment(createdAt, zone) }
  if (completedAt === null) {
    return isActive(status)
      ? [asked]
      : [asked, { label: words.changed, value: words.moment(updatedAt, zone) }]
  }
  const seconds = Math.round((Date.parse(completedAt) - Date.parse(createdAt)) / 1_000)
  return [
    asked,
    { label: words.done, value: words.moment(completedAt, zone) },
    { label: words.took, value: words.span(Math.floor(seconds / 60), seconds % 60) },
  ]
}
