import { useEffect, useEffectEvent } from 'react'
import type { GenerationActions } from '@/components/gallery'
import { showToast } from '@/components/ui/toast'
import { readGeneration } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const READ_S = 12

type Actions = Pick<GenerationActions, 'again' | 'goOn'>

/** Does what the address asks for, `?again=` or `?continue=` with a generation's id, once: then it asks no longer. */
export function useArrival({ again, goOn }: Actions) {
  const decisions = useMessages('decisions')
  const actions = useMessages('actions')
  const arrive = useEffectEvent(async (id: string, action: (generation: Generation) => unknown) => {
    try {
      const generation = await readGeneration(id)
      if (generation) action(generation)
      else showToast({ text: actions.gone, seconds: READ_S })
    } catch {
      showToast({ text: decisions.networkError, seconds: READ_S })
    }
  })
  const variant = useEffectEvent(() => {
    const address = new URL(location.href)
    for (const [name, action] of [['again', again] as const, ['continue', goOn] as const]) {
      const id = address.searchParams.get(name)
      if (id === null) continue
      address.searchParams.delete(name)
      history.replaceState(null, '', address)
      void arrive(id, action)
    }
  })
  useEffect(() => variant(), [])
}
