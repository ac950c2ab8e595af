import { type ProblemAnswer, parseProblem } from './problem'
import { signInAgain } from './sign-in-again'

/** `silent`: no answer of our own server arrived; what was asked for may have happened or not. */
export type Refused = { type: 'problem'; problem: ProblemAnswer } | { type: 'networkError' }

/** Longer than the server waits for the provider (60 s) with time for slow lines. */
const TIMEOUT_MS = 150_000

/** What signed in people ask for: when the session has ended, they are asked to sign in, and it is asked for anew. */
async function askSignedIn(url: string, init: RequestInit): Promise<Response> {
  const response = await ask(url, init)
  return response.status === 401 && (await signInAgain()) ? ask(url, init) : response
}

export const ask = (url: string, init: RequestInit): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })

/**
 * Sends a call that changes something. Never throws: every way it can end is an answer. `read` makes one of the body
 * of a success; null when that is not our server's.
 */
export async function send<Good>(
  url: string,
  init: RequestInit,
  read: (body: string) => Good | null | Promise<Good | null>,
  fetched = askSignedIn,
): Promise<Good | Refused> {
  try {
    const response = await fetched(url, init)
    const body = await response.text()
    if (response.ok) return (await read(body)) ?? { type: 'networkError' }
    const problem = await parseProblem(body)
    return problem ? { type: 'problem', problem } : { type: 'networkError' }
  } catch {
    return { type: 'networkError' } // a broken line, also for the checks of answers, or the end of patience
  }
}
