import { signInMethods } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Signs in with email and password. */
export const POST = handleFor('anyone')(async (request) => {
  const { person: user, headers } = await signInMethods.signIn(await receiveJson(request), request.headers)
  return Response.json(user, { headers })
})
