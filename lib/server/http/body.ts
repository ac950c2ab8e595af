import { Readable } from 'node:stream'
import { megabytes } from '@/lib/shared/messages/numbers'
import { Problem } from '@/lib/shared/problem'

/** Timeout in ms without a byte. There is no overall timeout: slow senders may finish. */
const SILENCE_MS = 30_000

export const tooLarge = (limit: number): Problem =>
  new Problem('too_large', `The request is larger than ${megabytes('en', limit)}. Send smaller images.`)

const endedEarly = (cause?: unknown): Problem =>
  new Problem('invalid_input', 'The upload ended early. Send it again.', { cause })

const stalled = (): Problem =>
  new Problem('upload_stalled', 'The upload stalled. Nothing was created. Send it again.')

/** The Content-Length in bytes; undefined when absent. */
export function announced(request: Request): number | undefined {
  const length = request.headers.get('content-length')
  return length === null ? undefined : Number(length)
}

/** @throws Problem too_large: Content-Length exceeds `limit` */
export function refuseLarger(request: Request, limit: number): void {
  if ((announced(request) ?? 0) > limit) throw tooLarge(limit)
}

/**
 * The request's body as a stream. Fails with more than `limit` bytes, with fewer than Content-Length, so that a truncated upload never
 * counts as complete, and after `silence` ms without a byte.
 * @throws Problem too_large at once; too_large | invalid_input | upload_stalled from the stream
 */
export function bodyOf(request: Request, limit: number, silence = SILENCE_MS): Readable {
  refuseLarger(request, limit)
  return Readable.from(counted(request, limit, silence))
}

async function* counted(request: Request, limit: number, silence: number): AsyncGenerator<Uint8Array> {
  let received = 0
  for await (const chunk of arriving(request, silence)) {
    received += chunk.byteLength
    if (received > limit) throw tooLarge(limit)
    yield chunk
  }
  if (received < (announced(request) ?? 0)) throw endedEarly()
}

/** Reads the body and finally only releases it: cancelling would close the connection before the response is sent. */
async function* arriving({ body }: Request, silence: number): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await within(silence, reader.read())
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

async function within<T>(ms: number, reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(stalled()), ms)
  })
  try {
    return await Promise.race([reading.catch((cause: unknown) => Promise.reject(endedEarly(cause))), timeout])
  } finally {
    clearTimeout(timer)
  }
}
