import { useEffect, useMemo } from 'react'
import { useStore } from '@/lib/client/store'
import type { SubmissionEntry, Submissions } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { oneCardEach } from './one-card-each'

type Known = {
  items: readonly Generation[]
  /** All that is being made, whether it is among the items or not. */
  making: readonly Generation[]
}

export type SubmissionCards = {
  /** Submissions that have a card of their own, newest first. */
  entries: readonly SubmissionEntry[]
  /** The generations that have one. */
  items: readonly Generation[]
  /** How many videos are being made or on their way to it. */
  making: number
}

/** What has a card: submissions until the server's record of them is there, and generations. */
export function useSubmissionCards(submissions: Submissions, { items, making }: Known): SubmissionCards {
  const state = useStore(submissions.state)
  const shown = useMemo(() => oneCardEach(state.entries, items), [state.entries, items])
  const settled = shown.settled.join()
  useEffect(() => {
    if (settled !== '') submissions.recorded(settled.split(','))
  }, [settled, submissions])

  const submitting = shown.entries.filter(({ phase }) => phase.type === 'submitting').length
  return {
    entries: shown.entries,
    items: shown.items,
    making: oneCardEach(state.entries, making).items.length + submitting,
  }
}
