import { handle, handleFor, receiveJson, unlessKnown } from '@/lib/server/http'
import { readSettings, updateSettings } from '@/lib/server/spend'

/** Prices and budgets. Members see the budgets that apply to them. */
export const GET = handle(async (request, user) => unlessKnown(request, await readSettings(user)))

/** Changes prices, budgets, or what the provider's console shows for a month. In a team this is for owners. */
export const PATCH = handleFor('keeper')(async (request, user) =>
  Response.json(await updateSettings(await receiveJson(request), user)),
)
