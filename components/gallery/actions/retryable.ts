import type { Generation } from '@/lib/shared/generation'
import { RETRYABLE } from '@/lib/shared/retry'

/** Whether resending it as it is cannot pay twice, because the provider certainly created nothing. */
export const safeToSendAnew = ({ status, failure }: Pick<Generation, 'status' | 'failure'>): boolean =>
  status === 'rejected' && failure !== null && RETRYABLE.includes(failure.code)
