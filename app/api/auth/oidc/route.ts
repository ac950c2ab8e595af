import { oidc } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Starts OIDC sign-in; returns the provider’s URL. */
export const POST = handleFor('anyone')(async (request) => {
  const { url, headers } = await oidc.begin(request.headers)
  return Response.json({ url }, { headers })
})
