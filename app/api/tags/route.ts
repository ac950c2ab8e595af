import { listTags } from '@/lib/server/generations'
import { handle } from '@/lib/server/http'

/** One's own tags, with how many generations have each. */
export const GET = handle(async (_request, user) => Response.json(await listTags(user)))
