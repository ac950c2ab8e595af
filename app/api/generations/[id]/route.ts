import { read, remove, update } from '@/lib/server/generations'
import { handle, readQuery, receiveJson, unlessKnown } from '@/lib/server/http'

type Params = { id: string }

/** One generation. */
export const GET = handle<Params>(async (request, user, { id }) =>
  unlessKnown(request, await read(id, user), ['prompt']),
)

/** Updates a generation, such as its star, or the taskid that the user found for a lost response. */
export const PATCH = handle<Params>(async (request, user, { id }) =>
  Response.json(await update(id, await receiveJson(request), user)),
)

/** Deletes the generation, its files and its task at the provider; with `?status=queued`, only while nothing was sent. */
export const DELETE = handle<Params>(async (request, user, { id }) => {
  await remove(id, user, readQuery(request))
  return new Response(null, { status: 204 })
})
