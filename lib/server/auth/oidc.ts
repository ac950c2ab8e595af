import { BASE_PATH, withBasePath } from '@/lib/shared/base-path'
import { Problem } from '@/lib/shared/problem'
import { returnPath, withReturn } from '@/lib/shared/return-path'
import { authByProvider } from './auth'
import { PROVIDER, team } from './team'

/** The display name of the company's provider; null when there is none. */
const name = (): string | null => team()?.oidc?.name ?? null

/**
 * Starts a sign-in: the provider's URL, and headers with the cookie that binds the callback to this browser.
 * @param to the page that it ends at; on a refusal, the one that the sign-in page leads to. Kept here, so nobody can change it on the way
 * @throws Problem not_found when no provider is configured; internal when it can't be reached
 */
async function begin(headers: Headers, to = '/'): Promise<{ url: string; headers: Headers }> {
  if (name() === null) throw new Problem('not_found', 'Single sign-on isn’t set up here.')
  const { api } = await authByProvider()
  const { isAPIError } = await import('better-auth/api')
  const body = {
    provider: PROVIDER,
    callbackURL: withBasePath(returnPath(to)),
    errorCallbackURL: withBasePath(withReturn('/sign-in', to)),
    disableRedirect: true,
  }
  try {
    const begun = await api.signInSocial({ body, headers, returnHeaders: true })
    return { url: begun.response.url ?? withBasePath('/sign-in'), headers: begun.headers }
  } catch (cause) {
    if (!isAPIError(cause)) throw cause
    throw new Problem('internal', `${name()} can’t be reached right now. Try again in a moment.`, {
      cause,
    })
  }
}

/** Handles the provider's callback. Redirects to the page that was asked for, or to the sign-in page with an error code. */
async function finish(request: Request): Promise<Response> {
  if (name() === null) throw new Problem('not_found', 'Single sign-on isn’t set up here.')
  // Next leaves the base path out, and better-auth knows its address by it.
  const url = new URL(request.url)
  if (!url.pathname.startsWith(`${BASE_PATH}/`)) url.pathname = BASE_PATH + url.pathname
  return (await authByProvider()).handler(new Request(url, request))
}

/** Single sign-on through the company's OpenID Connect provider. */
export const oidc = { name, begin, finish }
