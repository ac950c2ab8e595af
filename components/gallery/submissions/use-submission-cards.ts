import { useEffect, useMemo } from 'react'
import { useStore } from '@/lib/client/store'
import type { SubmissionEntry, Submissions } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { countOf } from '@/lib/shared/models'
import { oneCardEach } from './one-card-each'

type Known = {
  items: readonly Generation[]
  /** Every active generation, whether or not it is among the items. */
  making: readonly Generation[]
}

export type SubmissionCards = {
  /** Submissions with a card of their own, newest first. */
  entries: readonly SubmissionEntry[]
  /** Generations with a card of their own. */
  items: readonly Generation[]
  /** Number of active generations and submissions in flight. */
  making: number
}

/** Everything that has a card: submissions until their record is in the feed, then generations. */
export function useSubmissionCards(submissions: Submissions, { items, making }: Known): SubmissionCards {
  const state = useStore(submissions.state)
  const shown = useMemo(() => oneCardEach(state.entries, items), [state.entries, items])
  const settled = shown.settled.join()
  useEffect(() => {
    if (settled !== '') submissions.recorded(settled.split(','))
  }, [settled, submissions])

  const submitting = shown.entries.reduce(
    (sum, { phase, submission }) => sum + (phase.type === 'submitting' ? countOf(submission) : 0),
    0,
  )
  return {
    entries: shown.entries,
    items: shown.items,
    making: oneCardEach(state.entries, making).items.length + submitting,
  }
}
