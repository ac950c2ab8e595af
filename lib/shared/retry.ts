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
