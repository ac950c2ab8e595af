import { signInMethods } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Creates the first owner, with the setup code from the log. */
export const POST = handleFor('anyone')(async (request) => {
  const { person: user, headers } = await signInMethods.setUp(await receiveJson(request), request.headers)
  return Response.json(user, { headers })
})
