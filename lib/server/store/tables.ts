import type { Status } from '@/lib/shared/generation'

/** Times are ISO 8601 in UTC, which sort as text; ids are ULIDs, which sort by time. */
export type Tables = {
  images: ImageRow
  generations: GenerationRow
  generation_images: { generation: string; place: number; image: string }
}

export type ImageRow = {
  id: string
  person: string
  width: number // px
  height: number // px
  type: string
  bytes: number
  sha256: string
  created_at: string
}

export type GenerationRow = {
  id: string
  person: string
  /** The caller's name for this wish; unique per person. */
  idempotency_key: string | null
  /** What was asked, as a hash: the same key must mean the same request. */
  fingerprint: string
  status: Status
  taskid: string | null
  prompt: string
  settings: string // JSON of Settings
  failure_code: string | null
  failure_message: string | null
  created_at: string
  updated_at: string
  completed_at: string | null
}
