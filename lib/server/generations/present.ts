import type { StoredGeneration } from '@/lib/server/store'
import type { Generation } from '@/lib/shared/generation'
import type { Person } from '@/lib/shared/person'
import type { StoredFrame, StoredVideo } from './saved-files'

/** A record as the interface shows it to a person. */
export function present(row: StoredGeneration, person: Person): Generation {
  const mine = row.person === person.id
  const address = `/api/generations/${row.id}`
  const video: StoredVideo | null = parse(row.video)
  const lastFrame: StoredFrame | null = parse(row.last_frame)
  return {
    id: row.id,
    taskid: mine ? row.taskid : null,
    taskidEntered: mine && row.taskid_by === 'person' && row.status !== 'completed',
    status: row.status,
    model: row.model,
    prompt: row.prompt,
    settings: JSON.parse(row.settings),
    images: row.images,
    starred: mine && row.starred === 1,
    shared: row.shared === 1,
    by: mine ? null : (row.maker ?? ''),
    manageable: mine || (person.role === 'owner' && row.shared === 1 && row.maker_ended_at !== null),
    failure:
      row.failure_code === null ? null : { code: row.failure_code, message: failureMessage(row, mine) },
    video: row.status === 'completed' && video ? publicVideo(video, `${address}/video`) : null,
    lastFrame:
      row.status === 'completed' && lastFrame ? publicFrame(lastFrame, `${address}/last-frame`) : null,
    poster: row.poster === 1 ? `${address}/poster` : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    completedAt: row.completed_at,
  }
}

/** The provider's own words may name the task, which is nobody else's business. */
const failureMessage = ({ taskid, failure_message }: StoredGeneration, mine: boolean): string =>
  mine || taskid === null ? (failure_message ?? '') : (failure_message ?? '').replaceAll(taskid, '…')

const parse = (json: string | null) => (json === null ? null : JSON.parse(json))

const publicVideo = ({ type, bytes, width, height, duration }: StoredVideo, url: string) => ({
  url,
  type,
  bytes,
  width,
  height,
  duration,
})

const publicFrame = ({ type, width, height }: StoredFrame, url: string) => ({ url, type, width, height })
