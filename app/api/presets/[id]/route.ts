import { handleFor } from '@/lib/server/http'
import { presets } from '@/lib/server/presets'

/** Deletes one of the user’s presets; an owner also one that another person shares. */
export const DELETE = handleFor('member')<{ id: string }>(async (_request, user, { id }) => {
  await presets.remove(id, user)
  return new Response(null, { status: 204 })
})
