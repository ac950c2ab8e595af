import { Readable } from 'node:stream'
import { megabytes } from '@/lib/shared/messages/numbers'
import { Problem } from '@/lib/shared/problem'

/** ms without a byte of a body. A slow sender has as long as it likes, one that has fallen silent does not. */
const SILENCE_MS = 30_000

export const tooLarge = (limit: number): Problem =>
  new Problem('too_large', `The request is larger than ${megabytes('en', limit)}. Send smaller images.`)

const endedEarly = (cause?: unknown): Problem =>
  new Problem('invalid_input', 'The upload ended early. Send it again.', { cause })

const stalled = (): Problem =>
  new Problem('upload_stalled', 'The upload stalled. Nothing was created. Send it again.')

/** How many bytes a request says that it brings; undefined when it does not say. */
export function announced(request: Request): number | undefined {
  const length = request.headers.get('content-length')
  return length === null ? undefined : Number(length)
}

/** @throws Problem too_large: what is announced is more than `limit` bytes */
export function refuseLarger(request: Request, limit: number): void {
  if ((announced(request) ?? 0) > limit) throw tooLarge(limit)
}

/**
 * The body of a request as a stream. It fails when it carries more than `limit` bytes, or fewer than announced, so
 * that a cut upload is never taken for a whole one, and when nothing comes for `silence` ms.
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

/** Reads, and at the end only lets go: to cancel the body would cut the connection before the answer is sent. */
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
  const isQuiet = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(stalled()), ms)
  })
  try {
    return await Promise.race([reading.catch((cause: unknown) => Promise.reject(endedEarly(cause))), isQuiet])
  } finally {
    clearTimeout(timer)
  }
}
