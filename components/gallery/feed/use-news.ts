import { useEffect, useEffectEvent, useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import type { Feed } from './feed'
import { useEnded } from './use-ended'

/** Tells, once each: that a video is ready or will not come, how much a search found, that the connection broke. */
export function useNews({ ended, items, read, next, view, broken }: Feed & { broken: boolean }) {
  const gallery = useMessages('gallery')
  const views = useMessages('views')
  useEnded(ended, ({ status, prompt }: Generation) =>
    announce(status === 'completed' ? gallery.ready(prompt) : gallery.ended(prompt)),
  )

  const sayFound = useEffectEvent(() =>
    announce(next === null ? views.found(items.length) : views.foundMany(items.length)),
  )
  const begun = useRef(view)
  useEffect(() => {
    if (read && view !== begun.current) sayFound()
  }, [read, view])

  const saysBroken = useEffectEvent(() => showToast({ text: views.broken, seconds: null }))
  const sayConnected = useEffectEvent(() => announce(views.connected))
  useEffect(() => {
    if (!broken) return
    const takeBack = saysBroken()
    return () => {
      takeBack()
      sayConnected()
    }
  }, [broken])
}
