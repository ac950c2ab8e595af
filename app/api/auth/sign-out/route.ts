import { entrance } from '@/lib/server/access'
import { handleFor } from '@/lib/server/http'

/** Ends the session that asks; one that has ended already is as good. */
export const POST = handleFor('anyone')(async (request) => {
  const headers = await entrance.signOut(request.headers)
  return new Response(null, { status: 204, headers })
})
