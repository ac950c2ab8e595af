import { useEffect, useState } from 'react'
import { useEndings } from '@/components/gallery'
import { showSystemNotice, useInSight } from '@/lib/client/browser'
import { useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { tabTitle } from './tab-title'

type Options = {
  /** What came to its end. */
  ended: readonly Generation[]
  /** How many films are being made. */
  making: number
  /** A notice of this film was pressed. */
  onNotice: (id: string) => void
}

/** What the page tells while it is out of sight: in the title of its tab and, if it may, by a notice. */
export function useTab({ ended, making, onNotice }: Options) {
  const words = useWords().page.notices
  const inSight = useInSight()
  const [unseen, setUnseen] = useState(false)
  if (inSight && unseen) setUnseen(false)

  const title = tabTitle(making, unseen)
  useEffect(() => {
    document.title = title
  }, [title])

  useEndings(ended, ({ id, status, prompt }) => {
    if (inSight) return
    setUnseen(true)
    const about = { body: prompt, tag: id }
    showSystemNotice(status === 'completed' ? words.ready : words.ended, about, () => onNotice(id))
  })
}
