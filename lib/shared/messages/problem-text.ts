import type { ProblemCode } from '@/lib/shared/problem'
import type { Refusal } from '@/lib/shared/refusal'

/** What is known about a failure besides its code. `detail`: the provider's or server's words; `retryAfter`: seconds. */
export type About = { detail: string; retryAfter?: number | undefined }

/** What happened, what to do now, and last whether anything was created or billed. */
export type ProblemSentences = { title: string; text: (about: About) => string }

/** One entry per problem: a language that lacks one does not compile. */
export type ProblemText = Record<ProblemCode, ProblemSentences>

/** A refusal with the provider's reason. Whether anything was created depends on when it came and is shown beside it. */
export type RefusalText = Record<Refusal, { title: string; text: string }>
