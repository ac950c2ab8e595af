import type { Status } from '@/lib/shared/generation'
import type { TeamTables } from './team-tables'

/** Times are ISO 8601 in UTC, which sort as text; ids are ULIDs, which sort by time; flags are 0 or 1. */
export type Tables = TeamTables & {
  images: ImageRow
  /** `searched` is the prompt as it is compared with the words of a search. */
  generations: GenerationRow & { searched: string }
  generation_images: { generation: string; place: number; image: string }
  deletions: DeletionRow
  spent_keys: SpentKeyRow
  /** SQLite only. */
  prompt_places: { place: bigint; generation: string }
  /** The index of prompts: in SQLite by place, in PostgreSQL by generation. */
  prompt_grams: { rowid: bigint; generation: string; grams: string }
}

export type ImageRow = {
  id: string
  person: string
  width: number // px
  height: number // px
  type: string
  bytes: number
  sha256: string
  /** Of the file as it was given; null for images from before that was kept. */
  given_sha256: string | null
  created_at: string
}

export type GenerationRow = {
  id: string
  person: string
  /** The caller's name for this submission; unique per person. */
  idempotency_key: string | null
  /** What was asked, as a hash: the same key must mean the same request. */
  fingerprint: string
  /** Id of the model that it is asked of. */
  model: string
  status: Status
  /** Unique: a task is one generation's. */
  taskid: string | null
  /** Who gave the taskid: the provider's answer, or a person who entered it. */
  taskid_by: 'provider' | 'person' | null
  prompt: string
  settings: string // JSON of Settings
  /** Two of the settings again, by which videos are told apart that took about as long. */
  duration: number | null // seconds
  resolution: string | null
  starred: number
  /** Everybody of the team may see it. */
  shared: number
  failure_code: string | null
  failure_message: string | null
  /** When the server has to do something about it next; null when it never has to. */
  due_at: string | null
  /** ms waited before that. */
  wait: number
  /** Which run of work holds it, and until when if that run falls silent. */
  lease: string | null
  lease_until: string | null
  /** Since when the provider has said that it does not know the task. */
  missing_since: string | null
  /** When the provider last spoke of the task as one that it has. */
  seen_at: string | null
  /** Since when nothing can be seen of the task, or its results wait for what `failure_code` says. */
  trouble_since: string | null
  /** JSON of string[]: where the provider said the results are. */
  results: string | null
  save_tries: number
  video: string | null // JSON of StoredVideo
  last_frame: string | null // JSON of StoredFrame
  poster: number
  created_at: string
  updated_at: string
  /** When the provider was seen to have finished. */
  finished_at: string | null
  completed_at: string | null
}

/**
 * A task to be deleted at the provider, which is tried until it works or `give_up_at`. `person`: whose it was, null for one from
 * before that was kept. `lease_until`: as long as a try may be under way.
 */
export type DeletionRow = {
  taskid: string
  person: string | null
  due_at: string
  give_up_at: string
  lease_until: string | null
}

/** The idempotency key of a generation that was deleted, and what it was used for; forgotten after `until`. */
export type SpentKeyRow = { person: string; idempotency_key: string; fingerprint: string; until: string }
