import type * as z from 'zod/mini'
import { parseJson } from '@/lib/shared/parse-json'
import type { problemBodySchema } from '@/lib/shared/problem-body'

/** A problem as it arrives in the browser. */
export type ProblemAnswer = z.output<typeof problemBodySchema>

/** A problem of our own server, or null when the answer came from something else. */
export async function parseProblem(body: string): Promise<ProblemAnswer | null> {
  const { problemBodySchema } = await import('./answers')
  return problemBodySchema.safeParse(parseJson(body)).data ?? null
}
