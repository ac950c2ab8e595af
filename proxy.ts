import { type NextRequest, NextResponse } from 'next/server'
import { isTeam } from './lib/server/config.js'
import { isOwnHost, isSameOrigin, ownAddress } from './lib/server/host'
import { noteWrongHost } from './lib/server/wrong-host'
import { ownName } from './lib/shared/base-path'
import { awayPage } from './lib/shared/messages/away-page'
import { chooseLocale, type Locale } from './lib/shared/messages/locale'
import { wrongHostPage } from './lib/shared/messages/wrong-host-page'

const DEVELOPMENT = process.env.NODE_ENV === 'development'

/** Content-Security-Policy of a page. Next adds the nonce from this header to all scripts and styles it writes. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    // React's development build reconstructs server errors with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'", // forms are submitted by script only, so that no input ends up in a URL
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Timeout of the database ping before a page request. */
const PING_TIMEOUT_MS = 3_000

const shared: typeof globalThis & { promptreelPing?: () => Promise<void> } = globalThis

/** Whether the database responds. True when this process has no connection to check. */
async function isDatabaseReachable(): Promise<boolean> {
  const { promptreelPing: ping } = shared
  if (!ping) return true
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, PING_TIMEOUT_MS, false).unref())
  return Promise.race([
    timeout,
    ping().then(
      () => true,
      () => false,
    ),
  ])
}

const localeOf = (request: NextRequest): Locale =>
  chooseLocale(request.cookies.get(ownName('locale'))?.value, request.headers.get('accept-language'))

/** A page that needs no rendering. */
const plainPage = (html: string, status: number, csp: string, more: Record<string, string> = {}) =>
  new NextResponse(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'cache-control': 'no-store',
      ...more,
    },
  })

/** Shown while no page can be rendered; it reloads by itself. */
const away = (request: NextRequest, csp: string): NextResponse =>
  plainPage(awayPage(localeOf(request)), 503, csp, { 'retry-after': '5' })

/** Shown under a host name that isn't ours: says which one is. */
function wrongHost(request: NextRequest, csp: string): NextResponse {
  noteWrongHost(request.headers.get('host'))
  const { pathname, search } = request.nextUrl
  const asked = { address: ownAddress(), path: pathname + search }
  return plainPage(wrongHostPage(localeOf(request), isTeam() ? 'team' : 'local', asked), 403, csp)
}

/**
 * The host that Next compares with the Origin header, letter by letter, before it runs a server action. Spelled like the
 * origin if that is ours, so that `studio.example.com:443` and a final dot count as the same host here as well.
 */
function comparableHost(headers: Headers): string {
  const host = headers.get('host') ?? ''
  const origin = headers.get('origin')
  const own = isTeam() ? ownAddress() : `http://${host}`
  return origin !== null && isSameOrigin(origin, own) ? new URL(origin).host : new URL(own).host
}

/**
 * Sets a Content-Security-Policy with a fresh nonce on each page. Responds 403 with the right address under another host's
 * name, and 503 while the database is unreachable. It gives no access: each route and page decides that itself
 * (lib/server/auth), because middleware has been bypassed before.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const csp = policy(btoa(crypto.randomUUID()))
  if (!isOwnHost(request.headers.get('host'))) return wrongHost(request, csp)
  if (!(await isDatabaseReachable())) return away(request, csp)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', csp)
  headers.set('x-forwarded-host', comparableHost(request.headers))
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

// Pages only. Uploads must not pass through here: Next truncates proxied bodies at 10 MB. Nor icons, which the page for
// an unreachable database shows too. The first is the base path itself, which has no slash behind it for the second to
// begin with.
export const config = { matcher: ['/', '/((?!api/|_next/static/|icons/|icon\\.svg$|favicon\\.ico$).*)'] }
