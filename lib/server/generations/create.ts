import { decodeTime, ulid } from 'ulid'
import { type GenerationRow, ImageGone, KeySpent, records, uploads } from '@/lib/server/db'
import { refuseUnfit } from '@/lib/server/images'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import type { Generation } from '@/lib/shared/generation'
import { boundsOf } from '@/lib/shared/image-bounds'
import type { Limits } from '@/lib/shared/limits'
import type { ImageBounds, Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { fingerprintsOf } from './fingerprint'
import { keepImage, type StoredImage } from './images'
import { invalid } from './invalid-input'
import { writeDown } from './keep-outcome'
import { type FormPart, parseForm, type Source } from './parse-form'
import { send } from './send'
import { LEASE_MS } from './timing'
import { toResponse } from './to-response'

/**
 * From a submission to a task at the provider. It is written down before any money can move, and sent once.
 * @param key the caller's name for this submission; the same again gives the same generation, `replayed`
 * and what was refused in passing is sent once more under it
 * @param gone says that the asker has left; until the submission is written down, nothing is done for nobody
 * @throws Problem invalid_input | unsupported_media | too_large | idempotency_mismatch | gone | rate_limited | storage_full | database_unavailable | database_busy: nothing was sent
 * @throws Problem as createTask, with the id of the `generation` that keeps the submission
 */
export async function create(
  parts: FormPart[],
  key: string | null,
  user: User,
  gone?: AbortSignal,
): Promise<{ generation: Generation; replayed: boolean }> {
  const { submission, sources } = parseForm(parts)
  const images = await takeImages(sources, boundsOf(submission.model), user, gone)
  await refuseWithoutRoom() // a taskid that comes back must be written down too
  const limits = await limitsFor(user.id)
  const fingerprints = fingerprintsOf(submission, images)
  const row = record({
    id: await newId(user),
    person: user.id,
    key,
    submission,
    fingerprint: fingerprints[0],
  })
  const { stored, replayed } = await refuseOver(() => insert(row, images, limits, fingerprints))
  if (!replayed) return { generation: toResponse(await send(stored, submission, images), user), replayed }
  if (!fingerprints.includes(stored.fingerprint)) throw mismatch()
  return { generation: toResponse(stored, user), replayed }
}

/** An image may go, and a key may have been used for what is deleted, until the very moment of writing. */
async function insert(row: GenerationRow, images: StoredImage[], limits: Limits, fingerprints: string[]) {
  const ids = images.map(({ id }) => id)
  try {
    return await writeDown(row, () => records.insert(row, ids, limits, fingerprints))
  } catch (error) {
    if (error instanceof ImageGone) throw unknownImage(error.image, ids.indexOf(error.image) === 0 ? 1 : 2)
    if (error instanceof KeySpent) throw fingerprints.includes(error.fingerprint) ? gone() : mismatch()
    throw error
  }
}

/** Both at once, as far as there are turns; of two that are refused, the first is told. */
async function takeImages(
  sources: Source[],
  bounds: ImageBounds,
  user: User,
  gone?: AbortSignal,
): Promise<StoredImage[]> {
  const taken = await Promise.allSettled(
    sources.map((source, index) => {
      const slot = index === 0 ? 1 : 2
      return 'file' in source
        ? keepImage(source.file, user, { slot, bounds, gone })
        : knownImage(source.id, slot, bounds, user)
    }),
  )
  return taken.map((image) => {
    if (image.status === 'rejected') throw image.reason
    return image.value
  })
}

/** Its bytes are not looked at again: they were when it was uploaded. */
async function knownImage(id: string, slot: 1 | 2, bounds: ImageBounds, user: User): Promise<StoredImage> {
  const known = await uploads.findUsable(id, user.id)
  if (!known) throw unknownImage(id, slot)
  refuseUnfit(known, slot, bounds)
  return known
}

const unknownImage = (id: string, image: 1 | 2) =>
  invalid([{ type: 'unknown_image', field: 'sourceImage', image, id: id.slice(0, 64) }])

/** Later than all ids of the person, also when the clock was set back: lists are in the order of ids. */
async function newId({ id }: User): Promise<string> {
  const newest = await records.newestOf(id)
  return ulid(newest === undefined ? undefined : Math.max(Date.now(), decodeTime(newest) + 1))
}

type New = { id: string; person: string; key: string | null; fingerprint: string; submission: Submission }

/** A submission as it stands before it is sent. */
function record({ id, person: user, key, fingerprint, submission }: New): GenerationRow {
  const now = new Date()
  return {
    id,
    person: user,
    idempotency_key: key,
    fingerprint,
    model: submission.model,
    status: 'submitting',
    taskid: null,
    taskid_by: null,
    prompt: submission.prompt,
    settings: JSON.stringify(submission.settings),
    duration: submission.settings.duration,
    resolution: submission.settings.resolution,
    starred: 0,
    shared: 0,
    failure_code: null,
    failure_message: null,
    due_at: null,
    wait: 0,
    lease: ulid(),
    lease_until: new Date(now.getTime() + LEASE_MS).toISOString(),
    missing_since: null,
    seen_at: null,
    trouble_since: null,
    results: null,
    save_tries: 0,
    video: null,
    last_frame: null,
    poster: 0,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    finished_at: null,
    completed_at: null,
  }
}

const mismatch = () =>
  new Problem(
    'idempotency_mismatch',
    'This Idempotency-Key was used for a different request. Use a new key for a new submission.',
  )

const gone = () =>
  new Problem(
    'gone',
    'The generation with this Idempotency-Key was deleted, so nothing was sent. Use a new key to make another one.',
  )
