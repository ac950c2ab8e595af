import { useEffect, useEffectEvent, useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useLocale, useMessages } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import { signInAgain } from '@/lib/client/sign-in-again'
import type { Generation } from '@/lib/shared/generation'
import { type FeedFailure, failureKey } from './failure'
import type { Feed } from './feed'
import { useEnded } from './use-ended'

type News = Feed & { failure: FeedFailure | null; refresh: () => void }

/** Announces, once each: a video is ready or failed, how many a search found, the connection or the session ended or is back. */
export function useNews({ ended, items, read, next, view, failure, refresh }: News) {
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

  useFailureToast(failure, refresh)
}

/** Shows while the connection or the session is gone. Where waiting doesn’t bring it back, says what does. */
function useFailureToast(failure: FeedFailure | null, refresh: () => void): void {
  const locale = useLocale()
  const views = useMessages('views')
  const signIn = async () => {
    if (await signInAgain()) refresh()
  }
  const show = useEffectEvent((): (() => void) => {
    if (failure?.type === 'session') {
      const action = { label: views.signIn, press: signIn }
      return showToast({ text: views.signedOut, action, seconds: null })
    }
    const between = failure?.between
    if (between?.type !== 'page' && between?.type !== 'blocked')
      return showToast({ text: views.broken, seconds: null })
    const toast = networkErrorText(locale, { between }, views.broken).then((text) =>
      showToast({ text, seconds: null }),
    )
    return () => void toast.then((hide) => hide())
  })
  const key = failure && failureKey(failure)
  useEffect(() => (key === null ? undefined : show()), [key])

  const announceConnected = useEffectEvent(() => announce(views.connected))
  const lost = failure?.type === 'connection'
  useEffect(() => (lost ? () => announceConnected() : undefined), [lost])
}
