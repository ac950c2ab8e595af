import { oidc } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** Where to go to sign in at the company's provider. */
export const POST = handleFor('anyone')(async (request) => {
  const { url, headers } = await oidc.begin(request.headers)
  return Response.json({ url }, { headers })
})
