import type { Settings } from './models'

/** What becomes of one submission for a video. Meanings: README, "States". */
export const STATUSES = [
  'submitting',
  'pending',
  'processing',
  'uploading',
  'saving',
  'completed',
  'failed',
  'rejected',
  'unknown',
] as const
export type Status = (typeof STATUSES)[number]

/** Something still happens by itself: the provider works, or the video is being copied here. */
export const ACTIVE = [
  'submitting',
  'pending',
  'processing',
  'uploading',
  'saving',
] as const satisfies Status[]

export const isActive = (status: Status): boolean => (ACTIVE as readonly Status[]).includes(status)

export type Image = { id: string; width: number; height: number }
export type UploadedImage = Image & { type: string; bytes: number }

/** The answer of every call about a generation. Times are ISO 8601, sizes px and bytes, durations seconds. */
export type Generation = {
  id: string
  /** null for another person's. */
  taskid: string | null
  /** A person entered the taskid, and may still correct it. */
  taskidEntered: boolean
  status: Status
  /** Its id; any text, for a model may be gone from the table. */
  model: string
  prompt: string
  /** null: the record cannot be read, whichever part of it. `failure` says so, and what else can be read is there. */
  settings: Settings | null
  images: Image[]
  starred: boolean
  /** The team may see it. */
  shared: boolean
  /** Who made it, when another person did who shares it; null for one's own. */
  by: string | null
  /** Who asks may delete it and stop sharing it: it is theirs, or an owner asks and its maker has left. */
  manageable: boolean
  failure: { code: string; message: string } | null
  video: { url: string; type: string; bytes: number; width: number; height: number; duration: number } | null
  lastFrame: { url: string; type: string; width: number; height: number } | null
  /** Address of a still for the gallery. */
  poster: string | null
  createdAt: string
  updatedAt: string
  completedAt: string | null
}

/** A generation whose record could be read: it can be made again, compared, and told in words. */
export type ReadableGeneration = Generation & { settings: Settings }

export const isReadable = (generation: Generation): generation is ReadableGeneration =>
  generation.settings !== null
