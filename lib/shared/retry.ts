import type { Generation } from './generation'
import type { ProblemCode } from './problem'

/** Problems after which the same submission can be retried: nothing was created, and the submission was not at fault. */
export const RETRYABLE: readonly string[] = [
  'provider_unreachable',
  'provider_busy',
  'out_of_credits',
  'database_unavailable',
  'database_busy',
  'storage_full',
  'rate_limited',
] satisfies ProblemCode[]

/** Whether resending it as it is cannot pay twice, because the provider certainly created nothing. */
export const safeToSendAnew = ({ status, failure }: Pick<Generation, 'status' | 'failure'>): boolean =>
  status === 'rejected' && failure !== null && RETRYABLE.includes(failure.code)

/**
 * Whether its inputs can be sent once more as they are. The photos of somebody else’s video cannot: they have to become
 * the user’s own first, in the form.
 */
export const canRunAgain = ({
  by,
  images,
  settings,
}: Pick<Generation, 'by' | 'images' | 'settings'>): boolean =>
  settings !== null && (by === null || images.length === 0)
