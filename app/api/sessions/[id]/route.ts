import { sessions } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Ends one of the user’s sessions. */
export const DELETE = handleFor('signed-in')<{ id: string }>(async (_request, principal, { id }) => {
  await sessions.end(id, principal)
  return new Response(null, { status: 204 })
})
