import { dispositionOf } from './disposition'

type Streamed = { type: string; name: string; stream: ReadableStream<Uint8Array> }

/** Sends what is made while it is sent, as a download. It can't be resumed: no two are the same. */
export async function streamAnswer(request: Request, { type, name, stream }: Streamed): Promise<Response> {
  const isHead = request.method === 'HEAD'
  if (isHead) await stream.cancel().catch(() => {}) // it may not have begun
  return new Response(isHead ? null : stream, {
    headers: {
      'content-type': type,
      'content-disposition': dispositionOf('attachment', name),
      'x-content-type-options': 'nosniff',
    },
  })
}
