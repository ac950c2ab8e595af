import { useEffect, useEffectEvent, useRef } from 'react'
import { notify } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import type { Feed } from './feed'
import { useEndings } from './use-ended'

/** Tells, once each: that a film is ready or will not come, how much a search found, that the connection broke. */
export function useNews({ ended, items, read, next, view, broken }: Feed & { broken: boolean }) {
  const { gallery, views } = useWords()
  useEndings(ended, ({ status, prompt }: Generation) =>
    announce(status === 'completed' ? gallery.ready(prompt) : gallery.ended(prompt)),
  )

  const sayFound = useEffectEvent(() =>
    announce(next === null ? views.found(items.length) : views.foundMany(items.length)),
  )
  const begun = useRef(view)
  useEffect(() => {
    if (read && view !== begun.current) sayFound()
  }, [read, view])

  const saysBroken = useEffectEvent(() => notify({ text: views.broken, seconds: null }))
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
