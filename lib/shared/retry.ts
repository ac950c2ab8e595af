import type { ProblemCode } from './problem'

/** Refusals after which the same submission may well be accepted: surely nothing was created, and nothing about it was at fault. */
export const RETRYABLE: readonly string[] = [
  'provider_unreachable',
  'provider_busy',
  'out_of_credits',
  'database_unavailable',
  'database_busy',
  'storage_full',
  'rate_limited',
] satisfies ProblemCode[]
