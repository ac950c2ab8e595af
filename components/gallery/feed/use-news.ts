import { useEffect, useEffectEvent, useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import type { Feed } from './feed'
import { useEnded } from './use-ended'

/** Announces, once each: a video is ready or failed, how many a search found, the connection was lost or is back. */
export function useNews({ ended, items, read, next, view, broken }: Feed & { broken: boolean }) {
  const gallery = useMessages('gallery')
  const views = useMessages('views')
  useEnded(ended, ({ status, prompt }: Generation) =>
    announce(status === 'completed' ? gallery.ready(prompt) : gallery.ended(prompt)),
  )

  const announceFound = useEffectEvent(() =>
    announce(next === null ? views.found(items.length) : views.foundMany(items.length)),
  )
  const begun = useRef(view)
  useEffect(() => {
    if (read && view !== begun.current) announceFound()
  }, [read, view])

  const showBroken = useEffectEvent(() => showToast({ text: views.broken, seconds: null }))
  const announceConnected = useEffectEvent(() => announce(views.connected))
  useEffect(() => {
    if (!broken) return
    const hideToast = showBroken()
    return () => {
      hideToast()
      announceConnected()
    }
  }, [broken])
}
