import { Readable } from 'node:stream'

type File = { type: string; bytes: number; etag: string; stream: () => Readable }

/**
 * Answers with a stored file under its true type. It can never act as a page, and a browser may keep it: what an
 * address gives never changes.
 */
export function fileAnswer(request: Request, { type, bytes, etag, stream }: File): Response {
  const headers = {
    'content-type': type,
    etag: `"${etag}"`,
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  }
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers })
  return new Response(Readable.toWeb(stream()) as ReadableStream, {
    headers: { ...headers, 'content-length': `${bytes}` },
  })
}
