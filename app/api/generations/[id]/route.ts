import { amend, read, remove } from '@/lib/server/generations'
import { handle, receiveJson, unlessKnown } from '@/lib/server/http'

type Params = { id: string }

/** One generation, as it stands. */
export const GET = handle<Params>(async (request, person, { id }) =>
  unlessKnown(request, await read(id, person), ['prompt']),
)

/** Stars it, or follows the task that a person found for a lost answer. */
export const PATCH = handle<Params>(async (request, person, { id }) =>
  Response.json(await amend(id, await receiveJson(request), person)),
)

/** Deletes it here, with its files, and its task at the provider. */
export const DELETE = handle<Params>(async (_request, person, { id }) => {
  await remove(id, person)
  return new Response(null, { status: 204 })
})
