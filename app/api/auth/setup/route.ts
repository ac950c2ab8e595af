import { signInMethods } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Makes whoever has the code from the log the first owner. */
export const POST = handleFor('anyone')(async (request) => {
  const { person: user, headers } = await signInMethods.setUp(await receiveJson(request), request.headers)
  return Response.json(user, { headers })
})
