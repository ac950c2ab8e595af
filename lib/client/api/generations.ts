import type { Generation, Status } from '@/lib/shared/generation'
import { countOf, type Submission, toFields } from '@/lib/shared/models'
import { parseJson } from '@/lib/shared/parse-json'
import type { ApiPath } from './request'
import { type Refused, send } from './send'

const pathOf = (id: string): ApiPath => `/api/generations/${encodeURIComponent(id)}`

async function readAll(body: string): Promise<Generation[] | null> {
  const { createdSchema } = await import('./answers')
  return createdSchema.safeParse(parseJson(body)).data ?? null
}

async function read(body: string): Promise<Generation | null> {
  const { generationSchema } = await import('./answers')
  return generationSchema.safeParse(parseJson(body)).data ?? null
}

function formOf(submission: Submission, imageIds: readonly string[]): FormData {
  const form = new FormData()
  form.set('model', submission.model)
  if (countOf(submission) > 1) form.set('count', `${submission.count}`)
  for (const [name, value] of Object.entries(toFields(submission))) form.set(name, value)
  for (const id of imageIds) form.append('sourceImage', id)
  return form
}

/** Creates a video, or as many as the submission asks for. After `networkError`, sending again under the same idempotency key makes none twice. */
function create(
  key: string,
  submission: Submission,
  imageIds: readonly string[],
): Promise<{ type: 'created'; generations: Generation[] } | Refused> {
  const init = { method: 'POST', headers: { 'Idempotency-Key': key }, body: formOf(submission, imageIds) }
  return send('/api/generations', init, async (body) => {
    const generations = await readAll(body)
    return generations && { type: 'created', generations }
  })
}

/** Sets the taskid that the user found for a generation whose response was lost; the server polls it from then on. */
function follow(id: string, taskid: string): Promise<{ type: 'followed'; generation: Generation } | Refused> {
  return update(id, { taskid }, (generation) => ({ type: 'followed', generation }))
}

/** Resumes polling a generation that failed because its task or its result could not be reached. */
function followAgain(id: string): Promise<{ type: 'followed'; generation: Generation } | Refused> {
  return update(id, { follow: true }, (generation) => ({ type: 'followed', generation }))
}

/**
 * Updates a generation. The request outlives the page (`keepalive`), so that it can be sent while the page unloads.
 */
export function update<Good>(id: string, changes: object, good: (generation: Generation) => Good) {
  const headers = { 'Content-Type': 'application/json' }
  const init = { method: 'PATCH', headers, body: JSON.stringify(changes), keepalive: true }
  return send(pathOf(id), init, async (body) => {
    const generation = await read(body)
    return generation && good(generation)
  })
}

/** Sets or removes the star. */
function star(id: string, starred: boolean): Promise<{ type: 'starred'; generation: Generation } | Refused> {
  return update(id, { starred }, (generation) => ({ type: 'starred', generation }))
}

/** Shares a generation with the team, or stops sharing it. */
function share(id: string, shared: boolean): Promise<{ type: 'shared'; generation: Generation } | Refused> {
  return update(id, { shared }, (generation) => ({ type: 'shared', generation }))
}

/**
 * Deletes a generation, its files and its task at the provider. One that is gone already counts as deleted. The
 * request outlives the page (`keepalive`), so that it can be sent while the page unloads.
 * @param status `queued`: the server refuses once it has been sent, which the page may not know yet
 */
async function remove(id: string, status?: Status): Promise<{ type: 'removed' } | Refused> {
  const answer = await send(
    `${pathOf(id)}${status === 'queued' ? '?status=queued' : ''}`,
    { method: 'DELETE', keepalive: true },
    () => ({ type: 'removed' }) as const,
  )
  const gone = answer.type === 'problem' && answer.problem.code === 'not_found'
  return gone ? { type: 'removed' } : answer
}

/** Uploads the poster that this browser made of a video. */
function keepPoster(id: string, poster: Blob): Promise<{ type: 'kept' } | Refused> {
  const init = { method: 'PUT', headers: { 'Content-Type': poster.type }, body: poster }
  return send(`${pathOf(id)}/poster`, init, () => ({ type: 'kept' }) as const)
}

/** The API for generations. No function here throws. */
export const generations = { create, follow, followAgain, star, share, remove, keepPoster }
