import { useEffect, useEffectEvent } from 'react'
import type { Generation } from '@/lib/shared/generation'

/** Calls back once for each generation that ends, whatever its outcome. */
export function useEnded(ended: readonly Generation[], onEnd: (generation: Generation) => void) {
  const report = useEffectEvent(onEnd)
  useEffect(() => {
    for (const generation of ended) report(generation)
  }, [ended])
}
