import { invitations } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Takes an invitation back. */
export const DELETE = handleFor('owner')<{ id: string }>(async (_request, _principal, { id }) => {
  await invitations.revoke(id)
  return new Response(null, { status: 204 })
})
