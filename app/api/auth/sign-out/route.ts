import { signInMethods } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** What the browser stored for this user. Language and theme are cookies, and stay. */
const SITE_DATA = '"cache", "storage"'

/** Ends the session. Succeeds even if it has already ended. */
export const POST = handleFor('anyone')(async (request) => {
  const headers = await signInMethods.signOut(request.headers)
  headers.set('clear-site-data', SITE_DATA)
  return new Response(null, { status: 204, headers })
})
