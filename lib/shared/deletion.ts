import type { Generation } from './generation'

/** What would be deleted. `making` and `unclear` may be billed anyway, so the user is asked to confirm. */
export type Deletion = 'video' | 'queued' | 'making' | 'task' | 'unclear' | 'refused'

type Deletable = Pick<Generation, 'status'> & Partial<Pick<Generation, 'manageable'>>

/** What deleting a generation would mean; null when it can't be deleted: it is being submitted or is someone else's. */
export function deletionOf({ status, manageable = true }: Deletable): Deletion | null {
  if (!manageable) return null
  switch (status) {
    case 'queued':
      return 'queued'
    case 'submitting':
      return null
    case 'completed':
      return 'video'
    case 'failed':
      return 'task'
    case 'unknown':
      return 'unclear'
    case 'rejected':
      return 'refused'
    default:
      return 'making'
  }
}

/** Whether the deletion can be undone for a while, and so needs no confirmation. */
export const canBeUndone = (deletion: Deletion): boolean => deletion !== 'making' && deletion !== 'unclear'

/**
 * Whether the deletion must not wait until it can no longer be undone: what is queued could be sent meanwhile, and be
 * billed. Undoing it puts it in line anew.
 */
export const isUrgent = (deletion: Deletion): boolean => deletion === 'queued'
