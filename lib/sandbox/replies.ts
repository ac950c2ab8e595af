/** The provider's responses. `code`, from its contract: 1000 success, 9000 out of credits, 9999 failure. */
export const success = (msg: string, data: object): Response => Response.json({ code: 1000, msg, data })

export const failure = (msg: string, status = 200, code: 9000 | 9999 = 9999): Response =>
  Response.json({ code, msg }, { status })

/** What the provider says when it has too much to do. */
export const RATE_LIMITED = 'RateLimitExceeded: too many requests'
export const NO_CREDITS = 'Insufficient credits'

export const outOfCredits = (msg = NO_CREDITS): Response => failure(msg, 200, 9000)

/** `retryAfter`: the header's value, for example whole seconds; no header when absent. */
export function tooManyRequests(retryAfter?: string): Response {
  const response = failure(RATE_LIMITED, 429)
  if (retryAfter !== undefined) response.headers.set('retry-after', retryAfter)
  return response
}

export const notFound = (): Response => failure('Task not found', 404)
export const unauthorized = (): Response => failure('Invalid API key', 401)

/** An HTML page instead of JSON, as from a gateway in front of a service. */
export const page = (status: number): Response =>
  new Response('<!doctype html><title>Service</title><h1>Please try again later</h1>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
