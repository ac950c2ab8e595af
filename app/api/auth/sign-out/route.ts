import { signInMethods } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** What the browser has kept of this person. Language and colours are cookies, and stay. */
const FORGET = '"cache", "storage"'

/** Ends the session that asks; one that has ended already is as good. */
export const POST = handleFor('anyone')(async (request) => {
  const headers = await signInMethods.signOut(request.headers)
  headers.set('clear-site-data', FORGET)
  return new Response(null, { status: 204, headers })
})
