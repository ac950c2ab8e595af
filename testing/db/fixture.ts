import { ulid } from 'ulid'
import { queue, records } from '@/lib/server/db'
import { db } from '@/lib/server/db/open'
import type { GenerationRow, ImageRow } from '@/lib/server/db/tables'

/** A new user id, so that tests do not see each other's generations. */
export const somebody = (): string => `person-${ulid()}`

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

/** A generation's row before it is sent, with `changed` applied. */
export const submission = (changed: Partial<GenerationRow> = {}): GenerationRow => ({
  id: ulid(),
  person: 'local',
  token: null,
  idempotency_key: null,
  fingerprint: 'f',
  model: 'seedance-2',
  status: 'submitting',
  taskid: null,
  taskid_by: null,
  prompt: 'A koala waves.',
  settings: '{}',
  duration: null,
  resolution: null,
  starred: 0,
  shared: 0,
  failure_code: null,
  failure_message: null,
  due_at: null,
  wait: 0,
  lease: null,
  lease_until: null,
  missing_since: null,
  seen_at: null,
  trouble_since: null,
  results: null,
  seed: null,
  save_tries: 0,
  video: null,
  last_frame: null,
  poster: 0,
  queue_order: null,
  batch: null,
  batch_row: null,
  sent_at: null,
  expires_at: null,
  created_at: new Date().toISOString(),
  updated_at: new Date().toISOString(),
  finished_at: null,
  completed_at: null,
  ...changed,
})

export const photo = (changed: Partial<ImageRow> = {}): ImageRow => ({
  id: ulid(),
  person: 'local',
  width: 1600,
  height: 900,
  type: 'image/jpeg',
  bytes: 30_000_000,
  sha256: '0'.repeat(64),
  given_sha256: null,
  created_at: hoursAgo(1),
  released_at: null,
  ...changed,
})

export const EVERYTHING = { limit: 1_000, before: null, statuses: null, starred: false, text: '' }

/** All generations of a user, newest first. */
export const everythingOf = (user: string) => records.list(user, EVERYTHING)

/** The queue is shared by all users: what another test has left in it would make everybody wait. */
export async function emptyQueue(): Promise<void> {
  const database = await db()
  await database.deleteFrom('generations').where('status', '=', 'queued').execute()
  await database.deleteFrom('queue_turns').execute()
  await queue.pause(null)
  await queue.accepted()
}
