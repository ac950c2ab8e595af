import { type NextRequest, NextResponse } from 'next/server'

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

/**
 * Gives each page a policy with a nonce of its own. It decides nothing about who may come in: a route does that itself
 * (lib/server/http), because what stands before the routes has been a way around them.
 */
export function proxy(request: NextRequest): NextResponse {
  const csp = policy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

// Pages only. Uploads must not come by here: what passes a proxy is cut at 10 MB.
export const config = { matcher: '/((?!api/|_next/static/).*)' }
