import type { Settings } from './models'
import type { QueuePosition } from './queue'
import type { Cost } from './spend/cost'

/** Every state of a generation. The README explains them under "States". */
export const STATUSES = [
  'queued',
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

/** States in which work is still going on: it waits to be sent, the provider is working, or the video is being downloaded. */
export const ACTIVE = [
  'queued',
  'submitting',
  'pending',
  'processing',
  'uploading',
  'saving',
] as const satisfies Status[]

export const isActive = (status: Status): boolean => (ACTIVE as readonly Status[]).includes(status)

export type Image = { id: string; width: number; height: number }
export type UploadedImage = Image & { type: string; bytes: number }

/** The response of every call about a generation. Times are ISO 8601, sizes in px and bytes, durations in seconds. */
export type Generation = {
  id: string
  /** null for another user's generation. */
  taskid: string | null
  /** A user entered the taskid and may still correct it. */
  taskidEntered: boolean
  status: Status
  /** Model id. Any text: the model may have been removed from the table since. */
  model: string
  prompt: string
  /** null when any part of the record can't be read. `failure` says so; every other field that can be read is filled. */
  settings: Settings | null
  /** The seed that the provider made the video with; null until it has reported one. */
  seed: number | null
  images: Image[]
  /** Its maker's words for it, in their order; others see them where it is shared. */
  tags: string[]
  starred: boolean
  /** Visible to the team. */
  shared: boolean
  /** Name of the user who made and shared it; null for one's own. */
  by: string | null
  /** The requesting user may delete it and stop sharing it: it is theirs, or they are an owner and its maker has left. */
  manageable: boolean
  failure: { code: string; message: string } | null
  video: { url: string; type: string; bytes: number; width: number; height: number; duration: number } | null
  lastFrame: { url: string; type: string; width: number; height: number } | null
  /** URL of the gallery's preview image. */
  poster: string | null
  /** Its place in the queue while it is queued; null otherwise. */
  queue: QueuePosition | null
  /** What it costs by the price of its moment; null where none was known, and for another user's. */
  cost: Cost | null
  /** The batch it was handed in with, and its row there, from 1; null for another user's. */
  batch: { id: string; row: number } | null
  createdAt: string
  /** When it was sent to the provider, the last time if that was tried again; null while it waits, and for old records. */
  sentAt: string | null
  updatedAt: string
  completedAt: string | null
}

/** Ids of the generations made just after and just before one; null at either end. */
export type Neighbours = { newer: string | null; older: string | null }

/** A generation whose record could be read, so that its settings can be reused, compared and shown. */
export type ReadableGeneration = Generation & { settings: Settings }

export const isReadable = (generation: Generation): generation is ReadableGeneration =>
  generation.settings !== null
