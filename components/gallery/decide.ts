import type { Generation } from '@/lib/shared/generation'
import type { Words } from '@/lib/shared/words/en'

/** Refusals after which the same wish may well be taken, nothing about it being at fault. */
const PASSING: readonly string[] = ['provider_unreachable', 'provider_busy', 'out_of_credits']

/** Whether it can be sent again as it is without anything being paid twice: surely nothing was created. */
export const safeToSendAnew = ({ status, failure }: Pick<Generation, 'status' | 'failure'>): boolean =>
  status === 'rejected' && failure !== null && PASSING.includes(failure.code)

/** What a person is asked about before a generation is deleted; null while it cannot be: it is just being sent. */
export function deletionOf({
  status,
}: Pick<Generation, 'status'>): keyof Words['decisions']['remove']['ask'] | null {
  switch (status) {
    case 'submitting':
      return null
    case 'completed':
      return 'film'
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

/** A taskid as a person may have copied it; null when it cannot be one. The server's own rule is the same. */
export function parseTaskId(text: string): string | null {
  const taskid = text.trim()
  return /^[\w.-]{1,200}$/.test(taskid) ? taskid : null
}
