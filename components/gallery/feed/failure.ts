import { type Between, BetweenError, SignedOutError } from '@/lib/client/api'

/** Why the last request failed. `between`: what answered in place of our server, if anything did. */
export type FeedFailure = { type: 'session' } | { type: 'connection'; between: Between | null }

/** What to tell of an error that a request was rejected with. */
export function failureOf(cause: unknown): FeedFailure {
  if (cause instanceof SignedOutError) return { type: 'session' }
  return { type: 'connection', between: cause instanceof BetweenError ? cause.between : null }
}

/** Identifies what is told: the same failure again is no news. */
export const failureKey = (failure: FeedFailure): string =>
  failure.type === 'session' ? 'session' : `connection ${failure.between?.type ?? ''}`
