import { useEffect, useEffectEvent, useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Between } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useLocale, useMessages } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import type { Generation } from '@/lib/shared/generation'
import type { Feed } from './feed'
import { useEnded } from './use-ended'

type News = Feed & { broken: boolean; between: Between | null }

/** Announces, once each: a video is ready or failed, how many a search found, the connection was lost or is back. */
export function useNews({ ended, items, read, next, view, broken, between }: News) {
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

  const announceConnected = useEffectEvent(() => announce(views.connected))
  useEffect(() => (broken ? () => announceConnected() : undefined), [broken])
  useBrokenToast(broken, between)
}

/** Shows while the connection is lost. Where waiting doesn't bring it back, says what does. */
function useBrokenToast(broken: boolean, between: Between | null): void {
  const locale = useLocale()
  const text = useMessages('views').broken
  const show = useEffectEvent(() => {
    if (between?.type !== 'page' && between?.type !== 'blocked') return showToast({ text, seconds: null })
    const toast = networkErrorText(locale, { between }, text).then((text) =>
      showToast({ text, seconds: null }),
    )
    return () => void toast.then((hide) => hide())
  })
  const key = broken && (between?.type ?? true)
  useEffect(() => (key === false ? undefined : show()), [key])
}
