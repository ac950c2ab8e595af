import { LOGGED, type Logged } from '@/lib/shared/logged'

type Why =
  | 'host_not_allowed'
  | 'fake_address'
  | 'address_dead'
  | 'unreadable'
  | 'too_slow'
  | 'not_media'
  | 'too_large'

type Details = {
  /** The entry that TENSORSLAB_RESULT_HOSTS lacks; only with `host_not_allowed` and `fake_address`. */
  host?: string
  cause?: unknown
}

/**
 * Why a download failed.
 * `host_not_allowed`: only the operator can fix it. `fake_address`: so does this, as a proxy app answers in
 * place of the host. `address_dead`: expired; poll the task for a new one. `unreadable`: nothing
 * complete arrived, which may pass. `too_slow`: below the minimum pace. `not_media`: complete, but neither a video nor an image.
 * `too_large`: too many bytes or pixels.
 * The message contains no address: a signed one gives access to the video.
 */
export class ResultError extends Error {
  override name = 'ResultError'
  readonly host: string | null
  /** Not the message, which may contain a host or file bytes chosen by others. */
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
