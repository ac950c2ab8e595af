import { tokens } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Ends one of one's tokens. */
export const DELETE = handleFor('signed-in')<{ id: string }>(async (_request, visitor, { id }) => {
  await tokens.revoke(id, visitor)
  return new Response(null, { status: 204 })
})
