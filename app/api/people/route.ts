import { users } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** All current and former users. */
export const GET = handleFor('owner')(async () => Response.json({ items: await users.list() }))
