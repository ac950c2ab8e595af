import { useEffect, useEffectEvent, useRef } from 'react'
import { type Generation, isActive } from '@/lib/shared/generation'

/** Calls back once for every film that was being made here and has come to its end, good or bad. */
export function useEndings(items: readonly Generation[], onEnd: (generation: Generation) => void) {
  const making = useRef(new Set<string>())
  const told = useEffectEvent(onEnd)
  useEffect(() => {
    for (const generation of items) {
      if (isActive(generation.status)) making.current.add(generation.id)
      else if (making.current.delete(generation.id)) told(generation)
    }
  }, [items])
}
