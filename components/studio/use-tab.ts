import { useEffect, useState } from 'react'
import { useEnded } from '@/components/gallery'
import { showNotification, useInSight } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

type Options = {
  /** Generations that have just ended. */
  ended: readonly Generation[]
  /** Number of active generations. */
  making: number
  /** The notification of this video was clicked. */
  onNotification: (id: string) => void
}

/** The tab’s title: the number of active videos, and a tick if one ended while the page was hidden. */
export function tabTitle(making: number, unseen: boolean): string {
  const count = making > 0 ? `(${making})` : ''
  return [unseen && '✓', count, 'Promptreel'].filter(Boolean).join(' ')
}

/** Keeps the user informed while the page is hidden: by the tab’s title and, if allowed, by system notifications. */
export function useTab({ ended, making, onNotification }: Options) {
  const messages = useMessages('page').notifications
  const inSight = useInSight()
  const [unseen, setUnseen] = useState(false)
  if (inSight && unseen) setUnseen(false)

  const title = tabTitle(making, unseen)
  useEffect(() => {
    document.title = title
  }, [title])

  useEnded(ended, ({ id, status, prompt }) => {
    if (inSight) return
    setUnseen(true)
    const about = { body: prompt, tag: id }
    showNotification(status === 'completed' ? messages.ready : messages.ended, about, () =>
      onNotification(id),
    )
  })
}
