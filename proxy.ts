import { type NextRequest, NextResponse } from 'next/server'
import { awayPage } from './lib/shared/messages/away-page'
import { chooseLocale } from './lib/shared/messages/locale'

const DEVELOPMENT = process.env.NODE_ENV === 'development'

/** What a page may load and run. The framework puts the nonce of this header on all that it writes into the page. */
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
    "form-action 'none'", // what is entered is sent by script alone, so that none of it comes into an address
    "frame-ancestors 'none'",
  ].join('; ')
}

/** ms in which the database has to give a sign of life before a page says that it does not. */
const PROMPT_MS = 3_000

const shared: typeof globalThis & { promptreelPing?: () => Promise<void> } = globalThis

/** Whether the database can be asked. Where it lives in another process, nobody here can tell. */
async function isDatabaseThere(): Promise<boolean> {
  const { promptreelPing: ping } = shared
  if (!ping) return true
  const lazy = new Promise<false>((resolve) => setTimeout(resolve, PROMPT_MS, false).unref())
  return Promise.race([
    lazy,
    ping().then(
      () => true,
      () => false,
    ),
  ])
}

/** What is shown while no page can be made: as plain as can be, and it asks again by itself. */
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
 * Gives each page a policy with a nonce of its own, and says so where none can be made. It decides nothing about who may come in: a route does that itself
 * (lib/server/http), because what stands before the routes has been a way around them.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const csp = policy(btoa(crypto.randomUUID()))
  if (!(await isDatabaseThere())) return away(request, csp)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

// Pages only. Uploads must not come by here: what passes a proxy is cut at 10 MB.
export const config = { matcher: '/((?!api/|_next/static/).*)' }
