import { sessions } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Changes the user’s password and ends all their other sessions. */
export const PUT = handleFor('signed-in')(async (request, principal) => {
  const headers = await sessions.changePassword(await receiveJson(request), principal, request.headers)
  return new Response(null, { status: 204, headers })
})
