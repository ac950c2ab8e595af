import { invitations } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** Invitations that nobody has used yet. */
export const GET = handleFor('owner')(async () => Response.json({ items: await invitations.list() }))

/** Invites somebody by a link. The answer shows it, this once. */
export const POST = handleFor('owner')(async (request) =>
  Response.json(await invitations.create(await receiveJson(request)), { status: 201 }),
)
