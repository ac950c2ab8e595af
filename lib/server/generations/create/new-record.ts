import { decodeTime, ulid } from 'ulid'
import { type GenerationRow, records } from '@/lib/server/db'
import { expiryOf, LEASE_MS } from '@/lib/server/generations/timing'
import type { Submission } from '@/lib/shared/models'
import type { User } from '@/lib/shared/user'

/**
 * ULIDs above all of the person's earlier ones, even after the clock was set back, and each above the one before: lists are ordered
 * by id. Each has a millisecond of its own, because the index of prompts tells ids apart by little more than that.
 */
export async function newIds({ id }: User, count: number): Promise<string[]> {
  const newest = await records.newestOf(id)
  const at = newest === undefined ? Date.now() : Math.max(Date.now(), decodeTime(newest) + 1)
  return Array.from({ length: count }, (_, index) => ulid(at + index))
}

type NewRecord = {
  id: string
  person: string
  /** Id of the API token that the request came with. */
  token: string | null
  key: string | null
  fingerprint: string
  submission: Submission
}

/** The row of a submission about to be sent. */
export function newRecord({ id, person, token, key, fingerprint, submission }: NewRecord): GenerationRow {
  const now = new Date()
  return {
    id,
    person,
    token,
    idempotency_key: key,
    fingerprint,
    model: submission.model,
    status: 'submitting',
    taskid: null,
    taskid_by: null,
    prompt: submission.prompt,
    settings: JSON.stringify(submission.settings),
    duration: submission.settings.duration,
    resolution: submission.settings.resolution,
    starred: 0,
    shared: 0,
    failure_code: null,
    failure_message: null,
    due_at: null,
    wait: 0,
    lease: ulid(),
    lease_until: new Date(now.getTime() + LEASE_MS).toISOString(),
    missing_since: null,
    seen_at: null,
    trouble_since: null,
    results: null,
    seed: null,
    save_tries: 0,
    video: null,
    last_frame: null,
    poster: 0,
    queue_order: now.getTime(),
    batch: null,
    batch_row: null,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    sent_at: now.toISOString(),
    expires_at: expiryOf(submission.settings, now.getTime()),
    finished_at: null,
    completed_at: null,
  }
}
