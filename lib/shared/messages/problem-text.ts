import type { ProblemCode } from '@/lib/shared/problem'
import type { Refusal } from '@/lib/shared/refusal'

/** What is known of a failure besides its code. `detail`: the provider's or server's own words; `retryAfter`: seconds. */
export type About = { detail: string; retryAfter?: number | undefined }

/** What happened, whether anything was created or billed, what to do now. */
export type ProblemSentences = { title: string; text: (about: About) => string }

/** One for each problem: a language that lacks one does not compile. */
export type ProblemText = Record<ProblemCode, ProblemSentences>

/** A refusal the provider gives reasons for. Whether something was created is said beside it: it depends on when it came. */
export type RefusalText = Record<Refusal, { title: string; text: string }>
