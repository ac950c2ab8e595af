import type * as z from 'zod/mini'
import type { problemBodySchema } from '@/lib/shared/problem-body'

/** A problem as it arrives in the browser. */
export type ProblemAnswer = z.output<typeof problemBodySchema>

/** Reads a body as JSON; undefined when it is none: a page from something in between, a cut answer. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined // no JSON and JSON of another shape are the same to the caller
  }
}

/** A problem of our own server, or null when the answer came from something else. */
export async function parseProblem(body: string): Promise<ProblemAnswer | null> {
  const { problemBodySchema } = await import('./answers')
  return problemBodySchema.safeParse(parseJson(body)).data ?? null
}
