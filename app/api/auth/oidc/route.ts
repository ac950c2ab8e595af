import { oidc } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'
import { returnPath } from '@/lib/shared/return-path'

/** Starts OIDC sign-in, which ends at the path `to`; returns the provider’s URL. */
export const POST = handleFor('anyone')(async (request) => {
  const to = returnPath(new URL(request.url).searchParams.getAll('to'))
  const { url, headers } = await oidc.begin(request.headers, to)
  return Response.json({ url }, { headers })
})
