import type { IncomingMessage } from 'node:http'

/** Carries a request's query as it was sent: Next decodes it, and what is no UTF-8 is lost in that. Never the client's own. */
export const QUERY_HEADER = 'x-promptreel-query'

/** Puts the query of a request into its headers. Call before the request reaches Next. */
export function keepQuery(request: IncomingMessage): void {
  const [, ...query] = (request.url ?? '').split('?')
  request.headers[QUERY_HEADER] = query.join('?')
}
