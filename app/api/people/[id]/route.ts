import { users } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

type Params = { id: string }

/** Changes a user’s role, or answers whether another account belongs to them as well. */
export const PATCH = handleFor('owner')<Params>(async (request, _principal, { id }) => {
  await users.update(id, await receiveJson(request))
  return new Response(null, { status: 204 })
})

/** Ends a user’s access; their videos stay. */
export const DELETE = handleFor('owner')<Params>(async (_request, _principal, { id }) => {
  await users.end(id)
  return new Response(null, { status: 204 })
})
