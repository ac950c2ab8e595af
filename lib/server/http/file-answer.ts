import type { Readable } from 'node:stream'
import { parseRange } from './range'

/** A browser may keep a file, and asks each time whether it is still to be had, by whoever sits there now. */
export const FILE_CACHE = 'private, no-cache'

type File = {
  type: string
  bytes: number
  /** SHA-256 of the bytes: the same for the same bytes, and for no others. */
  etag: string
  /** For a video: what to call it when it is downloaded. */
  name?: string
  stream: (range?: { start: number; end: number }) => Readable
}

/**
 * Answers with a stored file under its true type: whole, the part that is asked for, or that it is what the browser
 * has. It can never act as a page.
 */
export function fileAnswer(request: Request, { type, bytes, etag, name, stream }: File): Response {
  const headers = new Headers({
    'content-type': type,
    etag: `"${etag}"`,
    'accept-ranges': 'bytes',
    'cache-control': FILE_CACHE,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  if (name) headers.set('content-disposition', disposition(request, name))
  if (isKnown(request.headers.get('if-none-match'), `"${etag}"`)) {
    return new Response(null, { status: 304, headers })
  }
  // Of a HEAD no part can be asked for (RFC 9110, 14.2).
  const range = request.method === 'GET' ? parseRange(request.headers, bytes, `"${etag}"`) : undefined
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes}` } })
  }
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
  const body = request.method === 'HEAD' ? null : webStream(stream(range))
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** Whether a browser has these very bytes already (RFC 9110, 13.1.2); proxies may have marked the tag as weak. */
const isKnown = (condition: string | null, etag: string): boolean =>
  condition?.trim() === '*' || [...(condition ?? '').matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag)

/** Names beyond ASCII travel as RFC 6266 says; the plain one is for whoever does not read that. */
function disposition(request: Request, name: string): string {
  const kind = new URL(request.url).searchParams.get('download') === '1' ? 'attachment' : 'inline'
  const plain = name.replace(/[^\w .-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Pulled chunk by chunk as the receiver takes them; a receiver that leaves closes the file. */
function webStream(file: Readable): ReadableStream<Uint8Array> {
  const chunks = file.iterator()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      file.destroy()
    },
  })
}
