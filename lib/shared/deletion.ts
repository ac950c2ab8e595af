import type { Generation } from './generation'

/** What would be deleted. `making` and `unclear` may be billed all the same, so a person is asked first. */
export type Deletion = 'video' | 'making' | 'task' | 'unclear' | 'refused'

type Deletable = Pick<Generation, 'status'> & Partial<Pick<Generation, 'manageable'>>

/** What deleting a generation would mean; null while it cannot be: it is just being sent, or another's. */
export function deletionOf({ status, manageable = true }: Deletable): Deletion | null {
  if (!manageable) return null
  switch (status) {
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

/** Whether it can be taken back for a while without any harm. */
export const canBeUndone = (deletion: Deletion): boolean => deletion !== 'making' && deletion !== 'unclear'
