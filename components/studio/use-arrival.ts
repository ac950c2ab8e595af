import { useEffect, useEffectEvent } from 'react'
import type { GenerationActions } from '@/components/gallery'
import { showToast } from '@/components/ui/toast'
import { readGeneration } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const TOAST_S = 12

type Actions = Pick<GenerationActions, 'reuse' | 'keepSeed' | 'goOn'>

/** Runs the action in the URL, `?again=`, `?seed=` or `?continue=` with a generation’s id, once, and removes it from the URL. */
export function useArrival({ reuse, keepSeed, goOn }: Actions) {
  const decisions = useMessages('decisions')
  const actions = useMessages('actions')
  const runOn = useEffectEvent(async (id: string, action: (generation: Generation) => unknown) => {
    try {
      const generation = await readGeneration(id)
      if (generation) action(generation)
      else showToast({ text: actions.gone, seconds: TOAST_S })
    } catch {
      showToast({ text: decisions.networkError, seconds: TOAST_S })
    }
  })
  const runFromUrl = useEffectEvent(() => {
    const address = new URL(location.href)
    for (const [name, action] of [
      ['again', reuse] as const,
      ['seed', keepSeed] as const,
      ['continue', goOn] as const,
    ]) {
      const id = address.searchParams.get(name)
      if (id === null) continue
      address.searchParams.delete(name)
      history.replaceState(null, '', address)
      void runOn(id, action)
    }
  })
  useEffect(() => runFromUrl(), [])
}
