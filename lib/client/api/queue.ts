import type { Generation } from '@/lib/shared/generation'
import { parseJson } from '@/lib/shared/parse-json'
import type { Queue } from '@/lib/shared/queue'
import { update } from './generations'
import { remembering } from './remembering'
import { type Refused, send } from './send'

const PATH = '/api/queue'

const received = remembering(
  async (json): Promise<Queue> => (await import('./answers')).queueSchema.parse(json),
)

/**
 * Reads the queue of the whole studio.
 * @throws Error on a network error, an invalid response, or when aborted by `stop`
 */
async function read(stop?: AbortSignal): Promise<Queue> {
  const found = await received(PATH, stop)
  if (found) return found
  throw new Error('The queue is missing.')
}

type Changed = { type: 'changed'; queue: Queue } | Refused

/** Stops sending. What was sent is made to its end. */
const hold = (): Promise<Changed> => setPaused(true)

/** Sends again, whatever stopped it. */
const goOn = (): Promise<Changed> => setPaused(false)

function setPaused(paused: boolean): Promise<Changed> {
  const headers = { 'Content-Type': 'application/json' }
  return send(PATH, { method: 'PATCH', headers, body: JSON.stringify({ paused }) }, async (body) => {
    const { queueSchema } = await import('./answers')
    const queue = queueSchema.safeParse(parseJson(body)).data
    return queue ? { type: 'changed', queue } : null
  })
}

/** Puts one's own queued generation before one's others. */
function putFirst(id: string): Promise<{ type: 'moved'; generation: Generation } | Refused> {
  return update(id, { position: 1 }, (generation) => ({ type: 'moved', generation }))
}

/** The API for the queue. Only `read` throws. Not by the index: it comes with the parts about the queue. */
export const queue = { read, hold, goOn, putFirst }
