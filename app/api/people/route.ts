import { users } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Everybody who is or was here. */
export const GET = handleFor('owner')(async () => Response.json({ items: await users.list() }))
