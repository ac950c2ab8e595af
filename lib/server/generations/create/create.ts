import { decodeTime, ulid } from 'ulid'
import { config } from '@/lib/server/config.js'
import {
  type GenerationRow,
  ImageGone,
  KeySpent,
  NoSlot,
  type Queueing,
  records,
  uploads,
} from '@/lib/server/db'
import { keepImage, type StoredImage } from '@/lib/server/generations/files/images'
import { respond } from '@/lib/server/generations/read/respond'
import { expiryOf, LEASE_MS } from '@/lib/server/generations/timing'
import { refuseUnfit } from '@/lib/server/images'
import { invalid } from '@/lib/server/invalid-input'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import type { Generation } from '@/lib/shared/generation'
import { boundsOf } from '@/lib/shared/images/bounds'
import type { Limits } from '@/lib/shared/limits'
import type { ImageBounds, Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { fingerprintsOf } from './fingerprint'
import { writeDown } from './keep-outcome'
import { type FormPart, parseForm, type Source } from './parse-form'
import { send } from './send'

/**
 * Creates a generation from a submitted form: writes it down before any money can move, then sends it to the provider once; or,
 * where it has to wait for a place there, leaves it `queued`.
 * @param key idempotency key: the same key returns the same generation (`replayed`), and sends again, under the same record,
 * what the provider refused for a passing reason
 * @param mayWait false: what cannot be sent at once is refused
 * @param gone aborts when the client disconnects; ignored once the submission is written down
 * @throws Problem invalid_input | unsupported_media | too_large | idempotency_mismatch | gone | rate_limited | storage_full | database_unavailable | database_busy: nothing was sent
 * @throws Problem provider_busy: it would have to wait and may not; nothing was sent
 * @throws Problem as createTask, with the id of the stored `generation`
 */
export async function create(
  parts: FormPart[],
  key: string | null,
  user: User,
  { mayWait = true, gone }: { mayWait?: boolean; gone?: AbortSignal } = {},
): Promise<{ generation: Generation; replayed: boolean }> {
  const { submission, sources } = parseForm(parts)
  const images = await takeImages(sources, boundsOf(submission.model), user, gone)
  await refuseWithoutRoom() // the taskid that comes back will need disk space as well
  const limits = await limitsFor(user.id)
  const fingerprints = fingerprintsOf(submission, images)
  const row = record({
    id: await newId(user),
    person: user.id,
    key,
    submission,
    fingerprint: fingerprints[0],
  })
  const queueing = { parallel: config().TENSORSLAB_PARALLEL_TASKS ?? null, mayWait }
  const { stored, replayed } = await refuseOver(() => insert(row, images, limits, fingerprints, queueing))
  if (replayed && !fingerprints.includes(stored.fingerprint)) throw mismatch()
  const waits = replayed || stored.status === 'queued'
  const current = waits ? stored : await send(stored, submission, images, mayWait)
  return { generation: await respond(current, user), replayed }
}

/** Until the insert commits, an image may be deleted and the key spent on a generation since deleted. */
async function insert(
  row: GenerationRow,
  images: StoredImage[],
  limits: Limits,
  fingerprints: string[],
  queueing: Queueing,
) {
  const ids = images.map(({ id }) => id)
  try {
    return await writeDown(row, () => records.insert(row, ids, limits, fingerprints, queueing))
  } catch (error) {
    if (error instanceof NoSlot) throw noSlot(error)
    if (error instanceof ImageGone) throw unknownImage(error.image, ids.indexOf(error.image) === 0 ? 1 : 2)
    if (error instanceof KeySpent) throw fingerprints.includes(error.fingerprint) ? gone() : mismatch()
    throw error
  }
}

/** Takes in both images concurrently, as far as turns allow. When both are refused, reports the first. */
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

/** Finds an image by id. Its bytes were checked when it was uploaded. */
async function knownImage(id: string, slot: 1 | 2, bounds: ImageBounds, user: User): Promise<StoredImage> {
  const known = await uploads.findUsable(id, user.id)
  if (!known) throw unknownImage(id, slot)
  refuseUnfit(known, slot, bounds)
  return known
}

const unknownImage = (id: string, image: 1 | 2) =>
  invalid([{ type: 'unknown_image', field: 'sourceImage', image, id: id.slice(0, 64) }])

/** A ULID above all of the person's earlier ones, even after the clock was set back: lists are ordered by id. */
async function newId({ id }: User): Promise<string> {
  const newest = await records.newestOf(id)
  return ulid(newest === undefined ? undefined : Math.max(Date.now(), decodeTime(newest) + 1))
}

type NewRecord = {
  id: string
  person: string
  key: string | null
  fingerprint: string
  submission: Submission
}

/** The row of a submission about to be sent. */
function record({ id, person, key, fingerprint, submission }: NewRecord): GenerationRow {
  const now = new Date()
  return {
    id,
    person,
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
    seed: null,
    save_tries: 0,
    video: null,
    last_frame: null,
    poster: 0,
    queue_order: now.getTime(),
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    sent_at: now.toISOString(),
    expires_at: expiryOf(submission.settings, now.getTime()),
    finished_at: null,
    completed_at: null,
  }
}

const WHY = {
  full: 'All places at the provider are taken',
  out_of_credits: 'The queue is stopped, because the account is out of credits',
  by_person: 'A person holds the queue',
} as const

const noSlot = (error: NoSlot) =>
  new Problem(
    error.why === 'out_of_credits' ? 'out_of_credits' : 'provider_busy',
    `${WHY[error.why]}, so nothing was sent. Without the header Prefer: respond-sync it would wait here.`,
    { cause: error },
  )

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
