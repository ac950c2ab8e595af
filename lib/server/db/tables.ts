import type { Status } from '@/lib/shared/generation'
import type { Paused } from '@/lib/shared/queue'
import type { TeamTables } from './team-tables'

/** Times are ISO 8601 in UTC, which sort as text. Ids are ULIDs, which sort by time. Flags are 0 or 1. */
export type Tables = TeamTables & {
  images: ImageRow
  /** `searched` is the folded prompt, for searching. */
  generations: GenerationRow & { searched: string }
  generation_images: { generation: string; place: number; image: string }
  generation_tags: GenerationTagRow
  deletions: DeletionRow
  spent_keys: SpentKeyRow
  presets: PresetRow
  queue_state: QueueStateRow
  batches: BatchRow
  /** When something of each person was last taken from the queue. */
  queue_turns: { person: string; taken_at: string }
  /** SQLite only. */
  prompt_places: { place: bigint; generation: string }
  /** Prompt index, keyed by place in SQLite and by generation in PostgreSQL. */
  prompt_grams: { rowid: bigint; generation: string; grams: string }
}

/** A saved prompt with settings. `shared`: 1 when the team has it as well. Names are unique for a person and either of both. */
export type PresetRow = {
  id: string
  person: string
  shared: number
  name: string
  model: string
  prompt: string
  settings: string
  created_at: string
}

export type ImageRow = {
  id: string
  person: string
  width: number // px
  height: number // px
  type: string
  bytes: number
  sha256: string
  /** Hash of the file as uploaded; null for images older than this column. */
  given_sha256: string | null
  created_at: string
  /** When a generation that used it was last deleted; null while none was. */
  released_at: string | null
}

export type GenerationRow = {
  id: string
  person: string
  /** Id of the API token that submitted it; null for the page, and for older records. */
  token: string | null
  /** Unique per person. */
  idempotency_key: string | null
  /** Hash of the request: repeating a key must repeat the request. */
  fingerprint: string
  /** Model id. */
  model: string
  status: Status
  /** Unique. */
  taskid: string | null
  /** Source of the taskid: the provider's answer, or a person who entered it. */
  taskid_by: 'provider' | 'person' | null
  prompt: string
  settings: string // JSON of Settings
  /** Two settings repeated as columns: videos of the same kind take about the same time. */
  duration: number | null // seconds
  resolution: string | null
  starred: number
  /** Visible to the whole team. */
  shared: number
  failure_code: string | null
  failure_message: string | null
  /** When the server next has work to do; null for never. */
  due_at: string | null
  /** The wait before `due_at`, in ms. */
  wait: number
  /** Id of the current lease, and its expiry unless renewed. */
  lease: string | null
  lease_until: string | null
  /** Since when the provider has reported the task as unknown. */
  missing_since: string | null
  /** When the provider last reported the task as known. */
  seen_at: string | null
  /** Since when polls have been unreadable, or saving has failed as `failure_code` says. */
  trouble_since: string | null
  /** JSON of string[]: the result addresses. */
  results: string | null
  /** The seed that the provider reported. */
  seed: number | null
  save_tries: number
  video: string | null // JSON of StoredVideo
  last_frame: string | null // JSON of StoredFrame
  poster: number
  /** Place among the person's queued ones, smaller first; ms since 1970 unless a person put it first. */
  queue_order: number | null
  /** The batch it belongs to, and its row there, from 1. */
  batch: string | null
  batch_row: number | null
  created_at: string
  updated_at: string
  /** When it was last sent; null while queued, and for older records. */
  sent_at: string | null
  /** When the provider gives the task up; null as above. */
  expires_at: string | null
  /** When a poll first found the task finished. */
  finished_at: string | null
  completed_at: string | null
}

/** A tag of a generation. `person` is the generation's; `folded` is what is compared; `position` begins with 1. */
export type GenerationTagRow = {
  generation: string
  position: number
  person: string
  folded: string
  tag: string
}

/**
 * The queue of the whole studio, in one row. `busy_until`: nothing is sent before, since the provider was busy; `busy_wait`: how long
 * that was in ms, 0 once something was accepted.
 */
export type QueueStateRow = {
  id: number
  paused: Paused | null
  busy_until: string | null
  busy_wait: number
}

/** A table that was handed in. Its rows are generations. `idempotency_key` is unique per person. */
export type BatchRow = {
  id: string
  person: string
  idempotency_key: string | null
  /** Hash of the request: repeating a key must repeat the request. */
  fingerprint: string
  name: string
  rows: number
  paused: number
  created_at: string
}

/**
 * A task to delete at the provider, retried until it works or `give_up_at`. `person`: whose it was, null for rows older than this
 * column. `lease_until`: until when a try may be in progress.
 */
export type DeletionRow = {
  taskid: string
  person: string | null
  due_at: string
  give_up_at: string
  lease_until: string | null
}

/** The idempotency key and fingerprint of a deleted generation; expires at `until`. */
type SpentKeyRow = { person: string; idempotency_key: string; fingerprint: string; until: string }
