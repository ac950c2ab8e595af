import { handle, receiveJson } from '@/lib/server/http'
import { presets } from '@/lib/server/presets'

/** The user’s presets and those that the team shares. */
export const GET = handle(async (_request, user) => Response.json({ items: await presets.list(user) }))

/** Saves a prompt with settings under a name. */
export const POST = handle(async (request, user) =>
  Response.json(await presets.create(await receiveJson(request), user), { status: 201 }),
)
