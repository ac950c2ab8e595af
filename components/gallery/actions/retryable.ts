import type { Generation } from '@/lib/shared/generation'
import { RETRYABLE } from '@/lib/shared/retry'

/** Whether it can be sent again as it is without anything being paid twice: surely nothing was created. */
export const safeToSendAnew = ({ status, failure }: Pick<Generation, 'status' | 'failure'>): boolean =>
  status === 'rejected' && failure !== null && RETRYABLE.includes(failure.code)
