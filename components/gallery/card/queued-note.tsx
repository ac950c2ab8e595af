import type { ReactNode } from 'react'
import { useMessages } from '@/lib/client/messages'
import { queueEn } from '@/lib/shared/messages/en/queue'
import { queueZh } from '@/lib/shared/messages/zh/queue'
import type { QueuePosition } from '@/lib/shared/queue'

type Props = {
  queue: QueuePosition | null
  /** Shown where nobody knows how far up it is. */
  unknown: ReactNode
}

/** Where a generation stands in line, and when it is likely to be sent or why nothing is. */
export function QueuedNote({ queue, unknown }: Props) {
  const messages = useMessages({ en: queueEn, zh: queueZh })
  if (!queue) return unknown
  const { position, paused, startsIn } = queue
  const guess = startsIn === null ? null : messages.startsIn(startsIn)
  return (
    <>
      <span className="text-balance font-semibold text-base">{messages.position(position)}</span>
      <span className="text-balance text-sm">{paused ? messages.paused[paused] : guess}</span>
    </>
  )
}
