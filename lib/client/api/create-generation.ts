import type { Generation } from '@/lib/shared/generation'
import { type Submission, toFields } from '@/lib/shared/seedance'
import { generationSchema } from './answers'
import { type ProblemAnswer, parseJson, parseProblem } from './problem'

/** `silent`: no answer of our own server arrived. Sending again under the same key makes at most one film. */
export type CreateAnswer =
  | { is: 'created'; generation: Generation }
  | { is: 'problem'; problem: ProblemAnswer }
  | { is: 'silent' }

/** Longer than the server waits for the provider (60 s) with time for slow lines. */
const PATIENCE_MS = 150_000

function formOf(submission: Submission, imageIds: readonly string[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(toFields(submission))) form.set(name, value)
  for (const id of imageIds) form.append('sourceImage', id)
  return form
}

/** Sends one wish for a film. Never throws: every way it can end is an answer. */
export async function createGeneration(
  key: string,
  submission: Submission,
  imageIds: readonly string[],
): Promise<CreateAnswer> {
  try {
    const response = await fetch('/api/generations', {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body: formOf(submission, imageIds),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const body = await response.text()
    if (response.ok) {
      const generation = generationSchema.safeParse(parseJson(body)).data
      return generation ? { is: 'created', generation } : { is: 'silent' }
    }
    const problem = parseProblem(body)
    return problem ? { is: 'problem', problem } : { is: 'silent' }
  } catch {
    return { is: 'silent' } // fetch throws for a broken line and for the end of patience alone
  }
}
