import { dropQueued, readBatch, updateBatch } from '@/lib/server/generations'
import { handle, receiveJson, unlessKnown } from '@/lib/server/http'

type Params = { id: string }

/** A batch with the newest generation of each row. */
export const GET = handle<Params>(async (request, user, { id }) =>
  unlessKnown(request, await readBatch(id, user), ['prompt']),
)

/** Holds the batch, or lets it go on. */
export const PATCH = handle<Params>(async (request, user, { id }) =>
  Response.json(await updateBatch(id, await receiveJson(request), user)),
)

/** Drops what is still queued. */
export const DELETE = handle<Params>(async (_, user, { id }) => Response.json(await dropQueued(id, user)))
