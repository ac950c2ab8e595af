import type { Status } from '@/lib/shared/generation'
import type { CostState } from './cost'
import type { FailedTasks } from './prices'

/** How a generation stands or, where it is `deleted`, stood when that happened. */
export type Standing = { status: Status; failureCode: string | null; deleted: boolean }

/**
 * What became of the credits of one generation: the only place that decides it.
 * @param failed how the provider bills failed tasks, as the owner says now
 */
export function costState({ status, failureCode, deleted }: Standing, failed: FailedTasks): CostState {
  switch (status) {
    case 'queued':
      return deleted ? 'released' : 'reserved'
    case 'submitting':
    case 'pending':
    case 'processing':
    case 'uploading':
      // Nobody follows a deleted one any more, and the provider may have finished it all the same.
      return deleted ? 'unknown' : 'reserved'
    case 'saving':
    case 'completed':
      return 'spent'
    case 'failed':
      return stateOfFailed(failureCode, failed)
    case 'rejected':
      return 'released'
    default:
      // `unknown`, and whatever a damaged or newer record says.
      return 'unknown'
  }
}

const OF_FAILED = { billed: 'spent', not_billed: 'released', unknown: 'unknown' } as const

function stateOfFailed(failureCode: string | null, failed: FailedTasks): CostState {
  if (failureCode === 'result_lost') return 'spent' // finished there, lost on the way here
  if (failureCode === 'generation_failed') return OF_FAILED[failed]
  return 'unknown' // task_gone, task_expired: it was accepted, and nobody says what became of it
}

/** Whether credits in this state count towards a budget. */
export const counts = (state: CostState): boolean => state !== 'released'
