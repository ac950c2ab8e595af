import { pipeline, Readable, Transform } from 'node:stream'
import { Problem } from '@/lib/shared/problem'
import { megabytes } from '@/lib/shared/words/numbers'

export const tooLarge = (limit: number): Problem =>
  new Problem('too_large', `The request is larger than ${megabytes('en', limit)}. Send smaller images.`)

/**
 * The body of a request as a stream. It fails when it carries more than `limit` bytes, or fewer than declared, so
 * that a cut upload is never taken for a whole one.
 * @throws Problem too_large | invalid_input, at once or from the stream
 */
export function bodyOf(request: Request, limit: number): Readable {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > limit) throw tooLarge(limit)
  let received = 0
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      received += chunk.byteLength
      if (received > limit) done(tooLarge(limit))
      else done(null, chunk)
    },
    flush(done) {
      const cut = received < declared
      done(cut ? new Problem('invalid_input', 'The upload ended early. Send it again.') : null)
    },
  })
  // A failure on either side destroys both; whoever reads `counted` hears of it, so nothing is left to do here.
  return pipeline(Readable.from(request.body ?? []), counted, () => {})
}
