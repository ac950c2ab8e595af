export type Limits = {
  /** Bytes of a result. */
  bytes: number
  /** ms for everything: redirects, all bytes, the check. */
  total: number
  /** ms without a byte. */
  silence: number
  /** ms until a connection stands. */
  connect: number
  /** The least that comes in a stretch of time, waiting for a disk included: what only drips takes another's place. */
  pace: { bytes: number; ms: number }
}

/**
 * The longest video the model makes, 15 s at 720p, has some 20 MB. 1 GB leaves room for what it may learn, and one
 * result still cannot fill a disk. 15 minutes fetch it at 1 MB/s. 20 KB/s, which a bad line has, fetch a usual video in
 * that time.
 */
export const LIMITS: Limits = {
  bytes: 1_000_000_000,
  total: 900_000,
  silence: 30_000,
  connect: 10_000,
  pace: { bytes: 400_000, ms: 20_000 },
}

/** px of an image, all told: fifty times a last frame. Decoded line by line, so it costs time, not memory. */
export const PIXEL_LIMIT = 50_000_000

/** Runs something that is called off after `ms`, or when the caller's signal is. Leaves no timer or listener behind. */
export async function within<T>(
  ms: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort(outer?.reason)
  const timer = setTimeout(() => controller.abort(new DOMException(`more than ${ms} ms`, 'TimeoutError')), ms)
  outer?.addEventListener('abort', stop, { once: true })
  try {
    outer?.throwIfAborted()
    return await run(controller.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', stop)
  }
}
