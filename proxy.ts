import { type NextRequest, NextResponse } from 'next/server'
import { awayPage } from './lib/shared/messages/away-page'
import { chooseLocale } from './lib/shared/messages/locale'

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

/** The plain page shown while no page can be rendered; it reloads by itself. */
function away(request: NextRequest, csp: string): NextResponse {
  const choice = request.cookies.get('locale')?.value
  const html = awayPage(chooseLocale(choice, request.headers.get('accept-language')))
  return new NextResponse(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'cache-control': 'no-store',
      'retry-after': '5',
    },
  })
}

/**
 * Sets a Content-Security-Policy with a fresh nonce on each page, or responds 503 while the database is unreachable. It
 * makes no access decision: each route does that itself (lib/server/http), because middleware has been bypassed before.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const csp = policy(btoa(crypto.randomUUID()))
  if (!(await isDatabaseReachable())) return away(request, csp)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

// Pages only. Uploads must not pass through here: Next truncates proxied bodies at 10 MB. Nor icons, which the page for
// an unreachable database shows too.
export const config = { matcher: '/((?!api/|_next/static/|icons/|icon\\.svg$|favicon\\.ico$).*)' }
