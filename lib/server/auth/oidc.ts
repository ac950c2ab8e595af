import { Problem } from '@/lib/shared/problem'
import { authByProvider } from './auth'
import { PROVIDER, team } from './team'

/** What people call the company's provider; null where there is none. */
const name = (): string | null => team()?.oidc?.name ?? null

/**
 * Where to go to sign in at the company's provider; the headers hold the cookie that ties the way back to this browser.
 * @throws Problem not_found where there is none; internal when it cannot be reached
 */
async function begin(headers: Headers): Promise<{ url: string; headers: Headers }> {
  if (name() === null) throw new Problem('not_found', 'Single sign-on isn’t set up here.')
  const { api } = await authByProvider()
  const { isAPIError } = await import('better-auth/api')
  const body = { provider: PROVIDER, callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true }
  try {
    const begun = await api.signInSocial({ body, headers, returnHeaders: true })
    return { url: begun.response.url ?? '/sign-in', headers: begun.headers }
  } catch (cause) {
    if (!isAPIError(cause)) throw cause
    throw new Problem('internal', `${name()} can’t be reached right now. Try again in a moment.`, {
      cause,
    })
  }
}

/** The way back from the provider. Answers with a redirect: to the studio, or to the sign-in page with the reason. */
async function finish(request: Request): Promise<Response> {
  if (name() === null) throw new Problem('not_found', 'Single sign-on isn’t set up here.')
  return (await authByProvider()).handler(request)
}

/** Signing in at the company's OpenID Connect provider. */
export const oidc = { name, begin, finish }
