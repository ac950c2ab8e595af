import { type Rivals, records, type StoredGeneration } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import type { Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { VARIATIONS, variationKey, variationSeed } from '@/lib/shared/variations'
import { isCounted } from './fingerprint'

type Variation = { submission: Submission; key: string | null }

/**
 * What a submission is written down as: itself, or as many variations as it asks for, each with a key of its own and, where a seed
 * was given, with a seed of its own.
 */
export function variationsOf(submission: Submission, key: string | null): Variation[] {
  const { count, settings } = submission
  if (count === undefined) return [{ submission, key }]
  return Array.from({ length: count }, (_, index) => ({
    submission: { ...submission, settings: { ...settings, seed: variationSeed(settings.seed, index) } },
    key: key === null ? null : variationKey(key, index),
  }))
}

/** With and without a count are different submissions, which one key must not make both of. */
export function rivalsOf(key: string | null, { count }: Submission): Rivals | null {
  if (key === null) return null
  if (count !== undefined) return { key, keys: [key], isOther: () => true }
  const keys = Array.from({ length: VARIATIONS.max }, (_, index) => variationKey(key, index))
  return { key, keys, isOther: isCounted }
}

/**
 * The record of one of several after it was sent, also where it was refused or its answer lost: the others must not be hidden by
 * that.
 */
export async function recordOf(
  stored: StoredGeneration,
  sending: Promise<StoredGeneration>,
): Promise<StoredGeneration> {
  try {
    return await sending
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('internal', 'Something went wrong.')
    if (problem !== error) log().error({ err: error, generation: stored.id }, 'sending one of several failed')
    const kept = await records.find(stored.id, stored.person).catch(() => undefined)
    if (kept && kept.failure_code !== null) return kept
    // It couldn't be stored yet. What is known about it, such as a taskid, must be told now.
    const failure = { failure_code: problem.code, failure_message: problem.detail }
    return { ...(kept ?? stored), status: 'unknown', ...failure }
  }
}
