import { entrance } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Signs in by e-mail and password. */
export const POST = handleFor('anyone')(async (request) => {
  const { person, headers } = await entrance.signIn(await receiveJson(request), request.headers)
  return Response.json(person, { headers })
})
