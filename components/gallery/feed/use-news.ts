import { useEffect, useEffectEvent, useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { signInAgain } from '@/lib/client/sign-in-again'
import type { Generation } from '@/lib/shared/generation'
import type { Feed } from './feed'
import { useEnded } from './use-ended'

type News = Feed & { broken: boolean; signedOut: boolean; refresh: () => void }

/** Announces, once each: a video is ready or failed, how many a search found, the connection or the session ended or is back. */
export function useNews({ ended, items, read, next, view, broken, signedOut, refresh }: News) {
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

  const signIn = async () => {
    if (await signInAgain()) refresh()
  }
  const showBroken = useEffectEvent(() =>
    showToast(
      signedOut
        ? { text: views.signedOut, action: { label: views.signIn, press: signIn }, seconds: null }
        : { text: views.broken, seconds: null },
    ),
  )
  const announceConnected = useEffectEvent(() => announce(views.connected))
  useEffect(() => {
    if (!broken) return
    const hideToast = showBroken()
    return () => {
      hideToast()
      if (!signedOut) announceConnected() // who signs in is told so
    }
  }, [broken, signedOut])
}
