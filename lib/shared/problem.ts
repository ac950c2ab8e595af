import { LOGGED, type Logged } from './logged'
import type { Reason } from './reason'

/** Every way a call can fail, with its HTTP status. The codes are part of the interface. */
export const PROBLEMS = {
  invalid_input: { status: 422, title: 'Invalid input' },
  unsupported_media: { status: 415, title: 'Unsupported media' },
  too_large: { status: 413, title: 'Too large' },
  upload_stalled: { status: 408, title: 'Upload stalled' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'Deleted' },
  idempotency_mismatch: { status: 409, title: 'Idempotency key already used' },
  rate_limited: { status: 429, title: 'Too many requests' },
  out_of_credits: { status: 402, title: 'Out of credits' },
  provider_refused: { status: 502, title: 'Rejected by the provider' },
  provider_busy: { status: 503, title: 'Provider busy' },
  provider_unreachable: { status: 503, title: 'Provider unreachable' },
  provider_unclear: { status: 504, title: 'Outcome unknown' },
  database_unavailable: { status: 503, title: 'Database unreachable' },
  database_busy: { status: 503, title: 'Database busy' },
  storage_full: { status: 507, title: 'Disk full' },
  internal: { status: 500, title: 'Internal error' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

type Details = {
  /** Sentences by field name, for `invalid_input`. */
  errors?: Record<string, string[]>
  /** The same as data, so that the page can say it in the reader's language. */
  reasons?: Reason[]
  /** Id of the generation that this is about. */
  generation?: string
  /** Seconds until another try makes sense. */
  retryAfter?: number
  /** Id under which the log knows more. */
  incident?: string
  cause?: unknown
}

const PROBLEM = Symbol.for('promptreel.problem')

/** The one kind of failure that leaves the server. `detail` is a sentence for a person: what was wrong, how to mend it. */
export class Problem extends Error {
  /** Not the sentence: it may hold the provider's words, which may repeat the prompt. */
  readonly [LOGGED]: Logged
  readonly [PROBLEM] = true

  /** The server's entry points are bundled apart, each with a class of its own, and share what throws: any is one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && PROBLEM in value
  }

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly details: Details = {},
  ) {
    super(`${code}: ${detail}`, { cause: details.cause })
    this.name = 'Problem'
    this[LOGGED] = { problem: code }
  }
}

/** Body of the answer, by RFC 9457. */
export function problemBody({ code, detail, details: { cause: _, ...details } }: Problem) {
  return {
    type: 'about:blank',
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    code,
    detail,
    ...details,
    // `is` is what `type` was called before: it stays beside it for a release.
    ...(details.reasons && { reasons: details.reasons.map((reason) => ({ ...reason, is: reason.type })) }),
  }
}
