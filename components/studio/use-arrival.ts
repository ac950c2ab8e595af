import { useEffect, useEffectEvent } from 'react'
import type { GenerationActions } from '@/components/gallery'
import { notify } from '@/components/ui/toast'
import { readGeneration } from '@/lib/client/api'
import { useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const READ_S = 12

type Actions = Pick<GenerationActions, 'again' | 'goOn'>

/** Does what the address asks for, `?again=` or `?continue=` with a generation's id, once: then it asks no longer. */
export function useArrival({ again, goOn }: Actions) {
  const { decisions, deeds } = useWords()
  const arrive = useEffectEvent(async (id: string, deed: (generation: Generation) => unknown) => {
    try {
      const generation = await readGeneration(id)
      if (generation) deed(generation)
      else notify({ text: deeds.gone, seconds: READ_S })
    } catch {
      notify({ text: decisions.silent, seconds: READ_S })
    }
  })
  const look = useEffectEvent(() => {
    const address = new URL(location.href)
    for (const [name, deed] of [['again', again] as const, ['continue', goOn] as const]) {
      const id = address.searchParams.get(name)
      if (id === null) continue
      address.searchParams.delete(name)
      history.replaceState(null, '', address)
      void arrive(id, deed)
    }
  })
  useEffect(() => look(), [])
}
