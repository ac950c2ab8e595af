import { tokens } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Revokes one of the user’s API tokens. */
export const DELETE = handleFor('signed-in')<{ id: string }>(async (_request, principal, { id }) => {
  await tokens.revoke(id, principal)
  return new Response(null, { status: 204 })
})
