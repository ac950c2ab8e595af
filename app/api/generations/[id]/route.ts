import { read, remove, update } from '@/lib/server/generations'
import { handle, receiveJson, unlessKnown } from '@/lib/server/http'

type Params = { id: string }

/** One generation, as it stands. */
export const GET = handle<Params>(async (request, user, { id }) =>
  unlessKnown(request, await read(id, user), ['prompt']),
)

/** Stars it, or follows the task that a person found for a lost answer. */
export const PATCH = handle<Params>(async (request, user, { id }) =>
  Response.json(await update(id, await receiveJson(request), user)),
)

/** Deletes it here, with its files, and its task at the provider. */
export const DELETE = handle<Params>(async (_request, user, { id }) => {
  await remove(id, user)
  return new Response(null, { status: 204 })
})
