import { sessions } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Where one is signed in. */
export const GET = handleFor('signed-in')(async (_request, principal) =>
  Response.json({ items: await sessions.list(principal) }),
)
