import { signInMethods } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Accepts an invitation. */
export const POST = handleFor('anyone')(async (request) => {
  const { person: user, headers } = await signInMethods.join(await receiveJson(request), request.headers)
  return Response.json(user, { headers })
})
