import type { Readable } from 'node:stream'
import { dispositionOf } from './disposition'
import { parseRange } from './range'

/** Browsers may cache a file but must revalidate, since another person may be using the browser now. */
export const FILE_CACHE = 'private, no-cache'

type File = {
  type: string
  bytes: number
  /** SHA-256 of the bytes. */
  etag: string
  /** A video's file name for downloads. */
  name?: string
  stream: (range?: { start: number; end: number }) => Readable
}

/**
 * Serves a stored file with its real type: 200, 206 with the requested range, or 304. The headers prevent it from acting as a page.
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
  if (name) headers.set('content-disposition', dispositionOf(kindFor(request), name))
  if (isKnown(request.headers.get('if-none-match'), `"${etag}"`)) {
    return new Response(null, { status: 304, headers })
  }
  // Range applies to GET only (RFC 9110, 14.2).
  const range = request.method === 'GET' ? parseRange(request.headers, bytes, `"${etag}"`) : undefined
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes}` } })
  }
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
  const body = request.method === 'HEAD' ? null : webStream(stream(range))
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** True when If-None-Match matches (RFC 9110, 13.1.2). Ignores weakness, which proxies may have added. */
const isKnown = (condition: string | null, etag: string): boolean =>
  condition?.trim() === '*' || [...(condition ?? '').matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag)

const kindFor = (request: Request) =>
  new URL(request.url).searchParams.get('download') === '1' ? 'attachment' : 'inline'

/** Streams with backpressure; closes the file when the client disconnects. */
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
