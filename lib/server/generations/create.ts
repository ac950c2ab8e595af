import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import { limitsFor, refuseOver } from '@/lib/server/allowance'
import { records, uploads } from '@/lib/server/store'
import type { Generation } from '@/lib/shared/generation'
import type { Person } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'
import type { Submission } from '@/lib/shared/seedance'
import { keepImage, type StoredImage } from './images'
import { writeDown } from './keep-outcome'
import { type FormPart, parseForm, type Source } from './parse-form'
import { present } from './present'
import { invalid } from './refuse'
import { send } from './send'
import { LEASE_MS } from './timing'

/**
 * From a wish to a task at the provider. It is written down before any money can move, and sent once.
 * @param key the caller's name for this wish; the same again gives the same generation, `replayed`
 * @throws Problem invalid_input | unsupported_media | too_large | idempotency_mismatch | rate_limited: nothing was sent
 * @throws Problem as createTask, with the id of the `generation` that keeps the wish
 */
export async function create(
  parts: FormPart[],
  key: string | null,
  person: Person,
): Promise<{ generation: Generation; replayed: boolean }> {
  const { submission, sources } = parseForm(parts)
  const images = await takeImages(sources, person)
  const limits = await limitsFor(person.id)
  const row = record(submission, images, key, person)
  const ids = images.map((image) => image.id)
  const { stored, replayed } = await refuseOver(() => writeDown(row, () => records.insert(row, ids, limits)))
  if (!replayed) return { generation: present(await send(stored, submission, images), person), replayed }
  if (stored.fingerprint !== fingerprint(submission, images)) throw mismatch()
  return { generation: present(stored, person), replayed }
}

/** Both at once, as far as there are turns; of two that are refused, the first is told. */
async function takeImages(sources: Source[], person: Person): Promise<StoredImage[]> {
  const taken = await Promise.allSettled(
    sources.map((source, index) => {
      const place = index === 0 ? 1 : 2
      return 'file' in source ? keepImage(source.file, place, person) : knownImage(source.id, place, person)
    }),
  )
  return taken.map((image) => {
    if (image.status === 'rejected') throw image.reason
    return image.value
  })
}

async function knownImage(id: string, image: 1 | 2, person: Person): Promise<StoredImage> {
  const known = await uploads.findVisible(id, person.id)
  if (!known) throw invalid([{ is: 'unknown_image', field: 'sourceImage', image, id: id.slice(0, 64) }])
  return known
}

function record(submission: Submission, images: StoredImage[], key: string | null, person: Person) {
  const now = new Date()
  return {
    id: ulid(),
    person: person.id,
    idempotency_key: key,
    fingerprint: fingerprint(submission, images),
    status: 'submitting' as const,
    taskid: null,
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

/** What was asked, by content: an image counts as the same whether it was uploaded before or came along. */
function fingerprint(submission: Submission, images: StoredImage[]): string {
  const asked = JSON.stringify([submission, images.map((image) => image.sha256)])
  return createHash('sha256').update(asked).digest('hex')
}

const mismatch = () =>
  new Problem(
    'idempotency_mismatch',
    'This Idempotency-Key was used for another request. Use a new key for a new wish.',
  )
