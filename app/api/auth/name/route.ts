import { users } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Changes the user’s own name. */
export const PUT = handleFor('signed-in')(async (request, { id }) => {
  await users.rename(id, await receiveJson(request))
  return new Response(null, { status: 204 })
})
