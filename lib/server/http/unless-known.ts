import { createHash } from 'node:crypto'

/**
 * Answers with JSON, or with 304 and nothing where the caller has just that already (If-None-Match, RFC 9110, 13.1.2):
 * who asks every few seconds is not sent the same list again.
 * @param constant names of fields that never change for what bears the same id, such as long texts: they are not
 * looked at to tell whether the answer is another
 */
export function unlessKnown(request: Request, body: unknown, constant: readonly string[] = []): Response {
  const etag = tagOf(body, constant)
  const headers = { etag, 'cache-control': 'private, no-store' }
  return isKnown(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers })
    : Response.json(body, { headers })
}

function tagOf(body: unknown, constant: readonly string[]): string {
  const told = JSON.stringify(body, (name, value) => (constant.includes(name) ? undefined : value))
  return `W/"${createHash('sha256').update(told).digest('base64url').slice(0, 27)}"`
}

const isKnown = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || weak(one) === weak(etag))

const weak = (etag: string): string => etag.trim().replace(/^W\//, '')
