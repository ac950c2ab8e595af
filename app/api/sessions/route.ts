import { sessions } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** The user’s sessions. */
export const GET = handleFor('signed-in')(async (_request, principal) =>
  Response.json({ items: await sessions.list(principal) }),
)
