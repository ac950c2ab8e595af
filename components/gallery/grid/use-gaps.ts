import { useState } from 'react'
import type { Generation } from '@/lib/shared/generation'
import type { View } from '@/lib/shared/view'
import { isMessage } from './shape'

const NONE: readonly Generation[] = []

/**
 * The places of videos that leave the view by an action on them. They stay empty until another view is shown, so that
 * the others neither move nor grow under the pointer. On a phone, where most videos have a row to themselves, the others
 * move up.
 */
export function useGaps(view: View) {
  const [{ of, gaps }, setGaps] = useState<{ of: View; gaps: readonly Generation[] }>({
    of: view,
    gaps: NONE,
  })
  return {
    gaps: of === view ? gaps : NONE,
    leaveGap(generation: Generation) {
      if (isMessage(generation) || !matchMedia('(width >= 40rem)').matches) return // the breakpoint of `sm:`
      setGaps((before) => ({
        of: view,
        gaps: [...(before.of === view ? before.gaps : NONE), generation],
      }))
    },
  }
}
