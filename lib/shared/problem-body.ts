import * as z from 'zod/mini'
import { PROBLEMS, type ProblemCode } from './problem'
import type { Reason } from './reason'

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]

/** What the browser accepts as an error response of our own server. */
export const problemBodySchema = z.object({
  code: z.enum(codes),
  detail: z.string(),
  errors: z.optional(z.record(z.string(), z.array(z.string()))),
  reasons: z.optional(
    z.array(z.custom<Reason>((value) => typeof value === 'object' && value !== null && 'type' in value)),
  ),
  generation: z.optional(z.string()),
  retryAfter: z.optional(z.number()),
  incident: z.optional(z.string()),
})
