import { useEffect, useState } from 'react'
import { useEnded } from '@/components/gallery'
import { showNotification, useInSight } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { tabTitle } from './tab-title'

type Options = {
  /** What came to its end. */
  ended: readonly Generation[]
  /** How many videos are being made. */
  making: number
  /** A notice of this video was pressed. */
  onNotification: (id: string) => void
}

/** What the page tells while it is out of sight: in the title of its tab and, if it may, by a notice. */
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
