import { invitations } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Revokes an invitation. */
export const DELETE = handleFor('owner')<{ id: string }>(async (_request, _principal, { id }) => {
  await invitations.revoke(id)
  return new Response(null, { status: 204 })
})
