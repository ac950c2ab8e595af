import type { Due } from '@/lib/server/db'
import { BACKOFF, postponed, SLOW, VAIN } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { readTask } from '@/lib/server/provider'
import type { ResultError } from '@/lib/server/results'
import type { SavingReason } from '@/lib/shared/saving-reason'
import { type Change, ended, givenUp } from './poll'
import { elapsedMs, sinceAsCounted } from './since'

const DAY_MS = 86_400_000
/** How long addresses must be dead, with no new ones offered, before the result is lost. They are known to last a day. */
const STALE_MS = 2 * DAY_MS
/** How long any other fault may last before the result is lost. */
const HOPELESS_MS = 30 * DAY_MS
/** ms counted between two tries at most: more than the longest wait. */
const MAX_COUNTED_MS = 8 * 3_600_000

/** The backoff and the English sentence for each reason. The page translates the reason itself. */
const REASONS = {
  host_not_allowed: [BACKOFF, ''],
  fake_address: [BACKOFF, ''],
  result_unreachable: [BACKOFF, 'The download of the video didn’t finish; retrying.'],
  result_slow: [SLOW, 'The download of the video is too slow; retrying later.'],
  result_too_large: [VAIN, 'The result is too large to save; retrying in a few hours.'],
  result_not_video: [VAIN, 'The address of the result doesn’t lead to a video; retrying in a few hours.'],
  result_expired: [BACKOFF, 'The address of the video has expired; asking the provider for a new one.'],
  result_missing: [BACKOFF, 'The provider hasn’t given an address for the video yet.'],
  last_frame_missing: [BACKOFF, 'The video is saved; its last frame isn’t yet.'],
  disk_full: [BACKOFF, 'The server’s disk is full; the video is saved once there is space.'],
} as const satisfies Record<SavingReason, [typeof BACKOFF, string]>

/** Why a video is not saved yet, in English. */
export const sentenceOf = (reason: SavingReason): string => REASONS[reason][1]

/** When several results fail, the most hopeful failure decides: that one may be the video. */
const BY_FAILURE = [
  ['host_not_allowed', 'host_not_allowed'],
  ['fake_address', 'fake_address'],
  ['unreadable', 'result_unreachable'],
  ['too_slow', 'result_slow'],
  ['address_dead', 'result_expired'],
  ['too_large', 'result_too_large'],
  ['not_media', 'result_not_video'],
] as const satisfies [ResultError['reason'], SavingReason][]

/** Why the results fetched so far are not enough. */
export function reasonOf(failures: ResultError[], hasVideo: boolean): SavingReason {
  if (hasVideo) return 'last_frame_missing'
  const found = BY_FAILURE.find(([reason]) => failures.some((failure) => failure.reason === reason))
  return found?.[1] ?? 'result_missing'
}

/**
 * The change for a video that couldn't be saved yet: the reason, fresh addresses from the provider, and the next try.
 * @param host the host to allow, for the reasons that are about one
 */
export async function retrySaving(
  generation: Due,
  reason: SavingReason,
  host: string | null,
): Promise<Change> {
  const dead = reason === 'result_expired' || reason === 'result_missing'
  const answer = await refreshResults(generation, dead)
  if (answer !== null && 'status' in answer) return answer
  const same = generation.failure_code === reason
  const since = sinceAsCounted(same ? generation.trouble_since : null, generation.updated_at, MAX_COUNTED_MS)
  const noNewAddresses = answer !== null && answer.results === undefined
  const lost = elapsedMs(since) >= (dead && noNewAddresses ? STALE_MS : HOPELESS_MS)
  if (lost) {
    return ended('result_lost', 'The video was made, but its address expired before it could be saved here.')
  }
  const [backoff, sentence] = REASONS[reason]
  return {
    failure_code: reason,
    failure_message: sentence || host,
    trouble_since: since,
    save_tries: generation.save_tries + 1,
    ...postponed(generation.wait, backoff),
    ...answer,
  }
}

/**
 * Polls the task for fresh addresses, since addresses expire. A failed task counts only when nothing can be downloaded any more.
 * An empty change: the provider has no other addresses. null: it didn't answer.
 */
async function refreshResults(generation: Due, dead: boolean): Promise<Change | null> {
  try {
    const task = await readTask(generation.taskid ?? '')
    if (task?.status === 'failed' && dead && generation.video === null) return givenUp(task)
    const results = JSON.stringify(task?.urls ?? [])
    return task && task.urls.length > 0 && results !== generation.results ? { results } : {}
  } catch (error) {
    log().warn({ err: error, generation: generation.id }, 'asking for a new address of a video failed')
    return null
  }
}
