import { useEffect, useEffectEvent } from 'react'
import type { Generation } from '@/lib/shared/generation'

/** Calls back once for every video that was being made and has come to its end, good or bad. */
export function useEnded(ended: readonly Generation[], onEnd: (generation: Generation) => void) {
  const told = useEffectEvent(onEnd)
  useEffect(() => {
    for (const generation of ended) told(generation)
  }, [ended])
}
