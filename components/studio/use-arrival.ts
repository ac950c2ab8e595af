import { useEffect, useEffectEvent } from 'react'
import { notify } from '@/components/overlay'
import { generations } from '@/lib/client/api'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'

const READ_S = 12

type Deeds = { again: (generation: Generation) => void; goOn: (generation: Generation) => Promise<void> }

/** Does what the address asks for, `?again=` or `?continue=` with a generation's id, once: then it asks no longer. */
export function useArrival({ again, goOn }: Deeds) {
  const words = useWords()
  const arrive = useEffectEvent(async (id: string, deed: (generation: Generation) => unknown) => {
    const answer = await generations.look(id)
    if (answer.is === 'seen') deed(answer.generation)
    else notify({ text: answer.is === 'silent' ? words.decisions.silent : words.deeds.gone, seconds: READ_S })
  })
  const look = useEffectEvent(() => {
    const address = new URL(location.href)
    for (const [name, deed] of [['again', again] as const, ['continue', goOn] as const]) {
      const id = address.searchParams.get(name)
      if (id === null) continue
      address.searchParams.delete(name)
      history.replaceState(history.state, '', address)
      void arrive(id, deed)
    }
  })
  useEffect(() => look(), [])
}
