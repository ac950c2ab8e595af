import { createHash } from 'node:crypto'

/**
 * Responds with JSON, or with an empty 304 if the client has the same already (If-None-Match, RFC 9110, 13.1.2), so that polling a list
 * doesn't transfer it again.
 * @param constant names of fields that never change for the same id, such as long texts; they are left out of the ETag
 */
export function unlessKnown(request: Request, body: unknown, constant: readonly string[] = []): Response {
  const etag = tagOf(body, constant)
  const headers = { etag, 'cache-control': 'private, no-store' }
  return isKnown(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers })
    : Response.json(body, { headers })
}

function tagOf(body: unknown, constant: readonly string[]): string {
  const hashed = JSON.stringify(body, (name, value) => (constant.includes(name) ? undefined : value))
  return `W/"${createHash('sha256').update(hashed).digest('base64url').slice(0, 27)}"`
}

const isKnown = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || weak(one) === weak(etag))

const weak = (etag: string): string => etag.trim().replace(/^W\//, '')
