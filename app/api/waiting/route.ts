import { waiting } from '@/lib/server/generations'
import { handle, unlessKnown } from '@/lib/server/http'

/** How long films took on this studio, in seconds, by duration and resolution. */
export const GET = handle(async (request) => unlessKnown(request, { items: await waiting() }))
