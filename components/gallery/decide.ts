import type { Generation } from '@/lib/shared/generation'

/** Refusals after which the same wish may well be taken, nothing about it being at fault. */
const PASSING: readonly string[] = [
  ...['provider_unreachable', 'provider_busy', 'out_of_credits'],
  ...['database_unavailable', 'database_busy'],
]

/** Whether it can be sent again as it is without anything being paid twice: surely nothing was created. */
export const safeToSendAnew = ({ status, failure }: Pick<Generation, 'status' | 'failure'>): boolean =>
  status === 'rejected' && failure !== null && PASSING.includes(failure.code)

/** A taskid as a person may have copied it; null when it cannot be one. The server's own rule is the same. */
export function parseTaskId(text: string): string | null {
  const taskid = text.trim()
  return /^[\w.-]{1,200}$/.test(taskid) ? taskid : null
}
