import { decodeTime, isValid } from 'ulid'
import type { StoredGeneration } from '@/lib/server/db'
import {
  readFrame,
  readVideo,
  type StoredFrame,
  type StoredVideo,
} from '@/lib/server/generations/files/saved-files'
import { withBasePath } from '@/lib/shared/base-path'
import { type Generation, STATUSES, type Status } from '@/lib/shared/generation'
import type { Settings } from '@/lib/shared/models'
import type { QueuePosition } from '@/lib/shared/queue'
import { readSeed } from '@/lib/shared/seed'
import { costState } from '@/lib/shared/spend/cost-state'
import type { FailedTasks } from '@/lib/shared/spend/prices'
import type { User } from '@/lib/shared/user'
import { settingsOf } from './stored-settings'

/**
 * Converts a record to the API's form for one user; `queue` is its place there, `failed` how the provider bills failed tasks. An unreadable record, whatever the cause, is returned as such with
 * whatever can be read: it must not hide the others.
 */
export function toResponse(
  row: StoredGeneration,
  user: User,
  queue: QueuePosition | null,
  failed: FailedTasks,
): Generation {
  const mine = row.person === user.id
  const address = withBasePath(`/api/generations/${row.id}`)
  const { status, settings, video } = readRow(row)
  const lastFrame = status === 'completed' ? readFrame(row.last_frame) : null
  const createdAt = timeOf(row.created_at) ?? timeOfId(row.id)
  return {
    id: row.id,
    taskid: mine ? row.taskid : null,
    taskidEntered: mine && row.taskid_by === 'person' && status !== 'completed',
    status,
    model: row.model,
    prompt: row.prompt,
    settings,
    seed: readSeed(row.seed),
    images: row.images,
    tags: row.tags,
    starred: mine && row.starred === 1,
    shared: row.shared === 1,
    by: mine ? null : (row.maker ?? ''),
    manageable: mine || (user.role === 'owner' && row.shared === 1 && row.maker_ended_at !== null),
    failure: settings === null ? UNREADABLE : failureOf(row, mine),
    video: video && publicVideo(video, `${address}/video`),
    lastFrame: lastFrame && publicFrame(lastFrame, `${address}/last-frame`),
    poster: row.poster === 1 ? `${address}/poster` : null,
    queue,
    cost: mine ? costOf(row, failed) : null,
    batch: mine && row.batch !== null ? { id: row.batch, row: row.batch_row ?? 0 } : null,
    createdAt,
    sentAt: timeOf(row.sent_at),
    updatedAt: timeOf(row.updated_at) ?? createdAt,
    completedAt: timeOf(row.completed_at),
  }
}

const UNREADABLE = {
  code: 'record_unreadable',
  message:
    'This record cannot be read. A newer version of the studio may have written it, or it is damaged. It can be deleted.',
}

type Readable = { status: Status; settings: Settings | null; video: StoredVideo | null }

/** The parts that the rest depends on. `settings` is null when anything was unreadable. */
function readRow(row: StoredGeneration): Readable {
  const status = STATUSES.find((known) => known === row.status)
  const video = status === 'completed' ? readVideo(row.video) : null
  const whole = status !== undefined && (status !== 'completed' || video !== null)
  return { status: status ?? 'unknown', settings: whole ? settingsOf(row) : null, video }
}

/** A valid ISO 8601 time, or null. */
const timeOf = (text: string | null): string | null =>
  text === null || Number.isNaN(Date.parse(text)) ? null : text

/** The time in a ULID: within a moment of the record's creation. */
const timeOfId = (id: string): string => new Date(isValid(id) ? decodeTime(id) : 0).toISOString()

/** What a generation costs, by what became of it; null where no price was known. */
export const costOf = (
  { credits, status, failure_code: failureCode }: StoredGeneration,
  failed: FailedTasks,
) =>
  credits === null ? null : { credits, state: costState({ status, failureCode, deleted: false }, failed) }

const failureOf = (row: StoredGeneration, mine: boolean) =>
  row.failure_code === null ? null : { code: row.failure_code, message: failureMessage(row, mine) }

/** The provider's message may contain the taskid, which only the maker may see. */
const failureMessage = ({ taskid, failure_message }: StoredGeneration, mine: boolean): string =>
  mine || taskid === null ? (failure_message ?? '') : (failure_message ?? '').replaceAll(taskid, '…')

const publicVideo = ({ type, bytes, width, height, duration }: StoredVideo, url: string) => ({
  url,
  type,
  bytes,
  width,
  height,
  duration,
})

const publicFrame = ({ type, width, height }: StoredFrame, url: string) => ({ url, type, width, height })
