import { handle, readQuery } from '@/lib/server/http'
import { estimateOf } from '@/lib/server/spend'

/** What a submission would cost, by its fields. */
export const GET = handle(async (request) => Response.json(await estimateOf(readQuery(request))))
