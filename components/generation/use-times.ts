import { useHydrated } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Fact } from '@/lib/shared/facts'
import { type Generation, isActive } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

type Times = Pick<Generation, 'status' | 'createdAt' | 'sentAt' | 'updatedAt' | 'completedAt'>

/** Times are shown in minutes: of a shorter wait to be sent there would be nothing to see. */
const MINUTE_MS = 60_000

/** Times of a generation, and how long it took once it was sent. In UTC until hydration, when the user’s time zone is known. */
export function useTimes({ status, createdAt, sentAt, updatedAt, completedAt }: Times): Fact[] {
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const zone = useHydrated() ? undefined : 'UTC'
  const sent = Date.parse(sentAt ?? createdAt)
  const waited = sentAt !== null && sent - Date.parse(createdAt) >= MINUTE_MS
  const requested = [
    { label: messages.asked, value: messages.moment(createdAt, zone) },
    ...(waited ? [{ label: messages.sent, value: messages.moment(sentAt, zone) }] : []),
  ]
  if (completedAt === null) {
    return isActive(status)
      ? requested
      : [...requested, { label: messages.changed, value: messages.moment(updatedAt, zone) }]
  }
  const seconds = Math.round((Date.parse(completedAt) - sent) / 1_000)
  return [
    ...requested,
    { label: messages.done, value: messages.moment(completedAt, zone) },
    { label: messages.took, value: messages.span(Math.floor(seconds / 60), seconds % 60) },
  ]
}
