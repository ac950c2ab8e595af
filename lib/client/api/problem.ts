import type * as z from 'zod/mini'
import { parseJson } from '@/lib/shared/parse-json'
import type { problemBodySchema } from '@/lib/shared/problem-body'

/** A problem as received by the browser. */
export type ProblemAnswer = z.output<typeof problemBodySchema>

/** Parses our server’s problem; null if the body is not one. */
export async function parseProblem(body: string): Promise<ProblemAnswer | null> {
  const { problemBodySchema } = await import('./answers')
  return problemBodySchema.safeParse(parseJson(body)).data ?? null
}
