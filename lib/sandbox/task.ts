import { randomBytes, randomInt } from 'node:crypto'
import {
  closestRatio,
  DEFAULT_MODEL,
  type FixedRatio,
  isFixedRatio,
  MODELS,
  type Submission,
} from '@/lib/shared/models'
import type { ReceivedImage } from './receive'
import type { Settings } from './settings'
import type { Order, RenderedVideo } from './video'

/** The provider's values of task_status. */
export const STATUS = { pending: 1, processing: 2, completed: 3, failed: 4, uploading: 5 } as const

type Timings = Pick<Settings, 'pendingMs' | 'processingMs' | 'uploadingMs'>

/** A temporary address of a result. */
export type Address = {
  path: string
  taskid: string
  file: 'video' | 'last-frame'
  /** Path of the file. */
  source: string
  expiresAt: number // ms
}

export type Task = {
  readonly taskid: string
  readonly createdAt: number // ms
  readonly submission: Submission
  readonly images: ReceivedImage[]
  readonly ratio: FixedRatio
  readonly seed: number
  /** Duration of each step: fixed at creation, zero once a step is skipped. */
  readonly timings: Timings
  /** When its steps began, in ms; null while it waits in the provider's queue. */
  startedAt: number | null
  /** Set when the video is rendered. */
  rendered: { files: RenderedVideo; at: number } | null
  /** Set when the task will fail: the provider's reason. */
  failure: string | null
  /** The latest addresses of its results. */
  addresses: Address[]
}

export function newTask(
  submission: Submission,
  images: ReceivedImage[],
  settings: Settings,
  now: number,
): Task {
  const { pendingMs, processingMs, uploadingMs } = settings
  const { ratio, seed } = submission.settings
  const [first] = images
  const adaptive = first ? closestRatio(first.width, first.height) : '16:9'
  return {
    taskid: newTaskid(),
    createdAt: now,
    submission,
    images,
    ratio: isFixedRatio(ratio) ? ratio : adaptive,
    seed: seed === null || seed === -1 ? randomInt(MODELS[DEFAULT_MODEL].parameters.seed.max) : seed,
    timings: { pendingMs, processingMs, uploadingMs },
    startedAt: null,
    rendered: null,
    failure: null,
    addresses: [],
  }
}

/** Formatted as in the contract's example, `abcd_1234567890abcdef`. */
function newTaskid(): string {
  const letters = Array.from({ length: 4 }, () => String.fromCharCode(97 + randomInt(26))).join('')
  return `${letters}_${randomBytes(8).toString('hex')}`
}

/** 1, 2, 5, 3 as time passes; a task stays at 2 until its video is rendered. A task that fails ends at 4. */
export function statusOf(task: Task, now: number): number {
  const { pending, processing, uploading } = endsOf(task)
  if (now < pending) return STATUS.pending
  if (now < processing) return STATUS.processing
  if (now < uploading) return STATUS.uploading
  return task.failure === null ? STATUS.completed : STATUS.failed
}

/** When it completes or fails, in ms; infinite while that is unknown: before it starts or its video is rendered. */
export const endOf = (task: Task): number => endsOf(task).uploading

/** When each step ends, in ms. A task that fails uploads nothing. */
function endsOf({ startedAt, timings, rendered, failure }: Task) {
  const pending = (startedAt ?? Number.POSITIVE_INFINITY) + timings.pendingMs
  const planned = pending + timings.processingMs
  if (failure !== null) return { pending, processing: planned, uploading: planned }
  const processing = rendered ? Math.max(planned, rendered.at) : Number.POSITIVE_INFINITY
  return { pending, processing, uploading: processing + timings.uploadingMs }
}

/** The order for the renderer. */
export function orderOf({ submission: { prompt, settings }, ratio, seed, images }: Task): Order {
  const { resolution, duration, generateAudio, returnLastFrame } = settings
  return {
    prompt,
    ratio,
    resolution,
    duration,
    seed,
    sound: generateAudio,
    lastFrame: returnLastFrame,
    images,
  }
}
