import { sessions } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Changes one's password; all other sessions end. */
export const PUT = handleFor('signed-in')(async (request, visitor) => {
  const headers = await sessions.changePassword(await receiveJson(request), visitor, request.headers)
  return new Response(null, { status: 204, headers })
})
