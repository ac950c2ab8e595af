import { LOGGED, type Logged } from '@/lib/shared/logged'

type Why = 'host_not_allowed' | 'address_dead' | 'unreadable' | 'too_slow' | 'not_media' | 'too_large'

type Details = {
  /** The host as it would have to stand in TENSORSLAB_RESULT_HOSTS; only with `host_not_allowed`. */
  host?: string
  cause?: unknown
}

/**
 * Why a result was not fetched.
 * `host_not_allowed`: only the operator can mend it. `address_dead`: it has expired, ask for a new one through the task.
 * `unreadable`: nothing whole has come, which may pass. `too_slow`: it came more slowly than Limits allow. `not_media`:
 * all of it has come, and is neither a whole video nor an image. `too_large`: more bytes or pixels than we take.
 * The message names no address: one that is signed is a key to the video.
 */
export class ResultError extends Error {
  override name = 'ResultError'
  readonly host: string | null
  /** Not the message: it may name a host or repeat bytes of a file, which strangers chose. */
  readonly [LOGGED]: Logged

  constructor(
    readonly reason: Why,
    message: string,
    { host, ...details }: Details = {},
  ) {
    super(message, details)
    this.host = host ?? null
    this[LOGGED] = { reason }
  }
}

/** @see ResultError */
export const unreadable = (message: string, cause?: unknown): ResultError =>
  new ResultError('unreadable', message, { cause })
