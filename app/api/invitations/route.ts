import { invitations } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Pending invitations. */
export const GET = handleFor('owner')(async () => Response.json({ items: await invitations.list() }))

/** Creates an invitation. Its link is in the response, and never shown again. */
export const POST = handleFor('owner')(async (request) =>
  Response.json(await invitations.create(await receiveJson(request)), { status: 201 }),
)
