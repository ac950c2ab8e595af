import type { Generation, Status } from '@/lib/shared/generation'
import type { FieldReason, ImageReason } from '@/lib/shared/reason'

/** Most rows of a batch, and most photos that are dropped with it. */
export const BATCH_ROWS = 1_000
export const BATCH_IMAGES = 200
/** Code points. */
export const BATCH_NAME = 120

/** The one column that a table can't do without. */
export const PROMPT_COLUMN = 'prompt'

/** One row of a table: parameters by the provider's names as text, and its images, first and last frame. */
export type Row = { fields: Record<string, string>; images: string[] }

/** What is wrong with a row; `row` counts from 1. */
export type RowProblem = { row: number; reasons: (FieldReason | ImageReason)[] }

/** `counts`: rows by the state of their generation; those whose generation was deleted are in none. */
export type Batch = {
  id: string
  name: string
  rows: number
  paused: boolean
  counts: Partial<Record<Status, number>>
  createdAt: string
}

/** Row 1 first; `generation` is the newest of the row, null when that was deleted. */
export type BatchWithRows = Batch & { items: { row: number; generation: Generation | null }[] }
