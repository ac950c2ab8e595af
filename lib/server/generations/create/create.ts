import { ulid } from 'ulid'
import { config } from '@/lib/server/config.js'
import {
  type GenerationRow,
  ImageGone,
  type Inserted,
  type InsertOptions,
  KeySpent,
  KeyTaken,
  NoSlot,
  records,
} from '@/lib/server/db'
import { Fault } from '@/lib/server/fault'
import { respondAll } from '@/lib/server/generations/read/respond'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import type { Generation } from '@/lib/shared/generation'
import { boundsOf } from '@/lib/shared/images/bounds'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { fingerprintsOf } from './fingerprint'
import { writeDown } from './keep-outcome'
import { newIds, newRecord } from './new-record'
import { type FormPart, parseForm } from './parse-form'
import { send } from './send'
import { takeImages, unknownImage } from './take-images'
import { recordOf, rivalsOf, variationsOf } from './variations'

type Options = {
  /** false: what cannot be sent at once is refused. */
  mayWait?: boolean
  /** Id of the API token that the request came with. */
  token?: string | null
  /** Aborts when the client disconnects; ignored once the submission is written down. */
  gone?: AbortSignal
}

/** `generation`: the first. `items`: all, where the form says how many; null otherwise. */
type Created = { generation: Generation; items: Generation[] | null; replayed: boolean }

/**
 * Creates a generation from a submitted form, or as many as its `count` says: writes all of them down before any money can move,
 * then sends each to the provider once; or, where it has to wait for a place there, leaves it `queued`.
 * @param key idempotency key: the same key returns the same generations (`replayed`), and sends again, under the same records,
 * what the provider refused for a passing reason
 * @throws Problem invalid_input | unsupported_media | too_large | idempotency_mismatch | gone | rate_limited | budget_exceeded | storage_full | database_unavailable | database_busy: nothing was sent
 * @throws Problem provider_busy: it would have to wait and may not; nothing was sent
 * @throws Problem as createTask, with the id of the stored `generation`. Not with a `count`: then each of `items` says what became of it
 */
export async function create(
  parts: FormPart[],
  key: string | null,
  user: User,
  { mayWait = true, token = null, gone }: Options = {},
): Promise<Created> {
  const { submission, sources, tags } = parseForm(parts)
  const images = await takeImages(sources, boundsOf(submission.model), user, gone)
  await refuseWithoutRoom() // the taskids that come back will need disk space as well
  const fingerprints = fingerprintsOf(submission, images)
  const variations = variationsOf(submission, key)
  const ids = await newIds(user, variations.length)
  const rows = variations.map((variation, index) =>
    newRecord({
      ...variation,
      id: ids[index] ?? ulid(),
      person: user.id,
      token,
      fingerprint: fingerprints[0],
    }),
  )
  const limits = await limitsFor(user.id)
  const queueing = { parallel: config().TENSORSLAB_PARALLEL_TASKS ?? null, mayWait }
  const rivals = rivalsOf(key, submission)
  const given = { images: images.map(({ id }) => id), fingerprints, tags }
  const inserted = await refuseOver(() => insert(rows, given, { limits, queueing, rivals }))
  const isCounted = submission.count !== undefined
  const sent = inserted.map(async ({ stored, replayed }, index) => {
    if (replayed || stored.status === 'queued') return stored
    const own = variations[index]?.submission ?? submission
    const sending = send(stored, own, images, mayWait)
    return isCounted ? recordOf(stored, sending) : sending
  })
  const items = await respondAll(await Promise.all(sent), user)
  const [generation] = items
  if (!generation) throw new Fault('a submission made no generation')
  const replayed = inserted.every((one) => one.replayed)
  return { generation, items: isCounted ? items : null, replayed }
}

/** Until the insert commits, an image may be deleted and the key spent on a generation since deleted. */
async function insert(
  rows: GenerationRow[],
  given: { images: string[]; fingerprints: string[]; tags: string[] },
  options: InsertOptions,
): Promise<Inserted[]> {
  const { images, fingerprints } = given
  try {
    return await writeDown(rows, () =>
      records.insertAll(
        rows.map((row) => ({ row, ...given })),
        options,
      ),
    )
  } catch (error) {
    if (error instanceof NoSlot) throw noSlot(error, rows.length)
    if (error instanceof ImageGone) throw unknownImage(error.image, images.indexOf(error.image) === 0 ? 1 : 2)
    if (error instanceof KeySpent) throw fingerprints.includes(error.fingerprint) ? gone() : mismatch()
    if (error instanceof KeyTaken) throw mismatch()
    throw error
  }
}

const WHY = {
  full: 'All places at the provider are taken',
  out_of_credits: 'The queue is stopped, because the account is out of credits',
  by_person: 'A person holds the queue',
} as const

const noSlot = (error: NoSlot, count: number) =>
  new Problem(
    error.why === 'out_of_credits' ? 'out_of_credits' : 'provider_busy',
    `${error.why === 'full' && count > 1 ? 'Too few places at the provider are free' : WHY[error.why]}, so nothing was sent. Without the header Prefer: respond-sync it would wait here.`,
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
