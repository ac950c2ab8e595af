import { tokens } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** The user’s API tokens, without their secrets. */
export const GET = handleFor('signed-in')(async (_request, principal) =>
  Response.json({ items: await tokens.list(principal) }),
)

/** Creates an API token that acts as the user. The token is in the response, and never shown again. */
export const POST = handleFor('signed-in')(async (request, principal) =>
  Response.json(await tokens.create(await receiveJson(request), principal), { status: 201 }),
)
