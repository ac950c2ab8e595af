import { tokens } from '@/lib/server/auth'
import { handleFor, receiveJson } from '@/lib/server/http'

/** One's tokens, without what makes them work. */
export const GET = handleFor('signed-in')(async (_request, principal) =>
  Response.json({ items: await tokens.list(principal) }),
)

/** Makes a token by which scripts act as oneself. The answer shows it, this once. */
export const POST = handleFor('signed-in')(async (request, principal) =>
  Response.json(await tokens.create(await receiveJson(request), principal), { status: 201 }),
)
