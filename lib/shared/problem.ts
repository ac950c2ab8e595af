import { LOGGED, type Logged } from './logged'
import type { Reason } from './reason'

/** Every way a call can fail, with its HTTP status. The codes are part of the HTTP API. */
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
  budget_exceeded: { status: 402, title: 'Over budget' },
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
  /** The same as data, so that the page can show it in the reader's language. */
  reasons?: Reason[]
  /** What is wrong with which row of a batch, from 1. */
  rows?: { row: number; errors: Record<string, string[]>; reasons: Reason[] }[]
  /** Id of the generation concerned. */
  generation?: string
  /** Seconds to wait before retrying. */
  retryAfter?: number
  /** Of `budget_exceeded`, in credits for this month: whose budget, how large, and how much of it is left. */
  which?: 'person' | 'studio'
  budget?: number
  left?: number
  /** Id of the log entry with the details. */
  incident?: string
  cause?: unknown
}

const PROBLEM = Symbol.for('promptreel.problem')

/** The only error that leaves the server. `detail` is a sentence for people: what went wrong and how to fix it. */
export class Problem extends Error {
  /** Excludes `detail`: it may quote the provider, who may quote the prompt. */
  readonly [LOGGED]: Logged
  readonly [PROBLEM] = true

  /** The server's entry points are bundled separately, each with its own copy of this class; all copies are equal. */
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

/** The response body, as defined by RFC 9457. */
export function problemBody({ code, detail, details: { cause: _, ...details } }: Problem) {
  return {
    type: 'about:blank',
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    code,
    detail,
    ...details,
    // `is` is the former name of `type`, kept beside it for one release.
    ...(details.reasons && { reasons: details.reasons.map((reason) => ({ ...reason, is: reason.type })) }),
  }
}
