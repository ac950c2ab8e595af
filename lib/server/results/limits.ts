export type Limits = {
  /** Most bytes of a result. */
  bytes: number
  /** Timeout in ms for everything: redirects, download, inspection. */
  total: number
  /** Timeout in ms without a byte. */
  silence: number
  /** Connect timeout in ms. */
  connect: number
  /** Minimum bytes per `ms`, including waits for the disk: a trickling download occupies another's slot. */
  pace: { bytes: number; ms: number }
}

/**
 * The longest video a model makes, 15 s at 720p, has some 20 MB. 1 GB leaves room for growth, yet one result can't fill a disk, and
 * 15 min suffice for it at 1 MB/s. A usual video arrives in that time even at 20 kB/s, as on a bad line.
 */
export const LIMITS: Limits = {
  bytes: 1_000_000_000,
  total: 900_000,
  silence: 30_000,
  connect: 10_000,
  pace: { bytes: 400_000, ms: 20_000 },
}

/** Most pixels of an image, width × height: fifty times a last frame. Decoded line by line, so they cost time, not memory. */
export const PIXEL_LIMIT = 50_000_000

/** Runs work with a timeout of `ms`, also aborted by the caller's signal. Cleans up its timer and listener. */
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
