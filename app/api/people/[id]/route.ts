import { users } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

type Params = { id: string }

/** Makes an owner of a member or a member of an owner, or answers whether another account is theirs too. */
export const PATCH = handleFor('owner')<Params>(async (request, _principal, { id }) => {
  await users.update(id, await receiveJson(request))
  return new Response(null, { status: 204 })
})

/** Ends a person's access; their videos stay. */
export const DELETE = handleFor('owner')<Params>(async (_request, _principal, { id }) => {
  await users.end(id)
  return new Response(null, { status: 204 })
})
