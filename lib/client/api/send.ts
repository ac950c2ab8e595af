import { type ApiPath, ownFetch } from './own-fetch'
import { type ProblemAnswer, parseProblem } from './problem'
import { signInAgain } from './sign-in-again'

/** `networkError`: no response from our server arrived; the request may or may not have had its effect. */
export type Refused = { type: 'problem'; problem: ProblemAnswer } | { type: 'networkError' }

/** Longer than the server waits for the provider (60 s), plus time for slow connections. */
const TIMEOUT_MS = 150_000

/** For signed-in users: on a 401, prompts for sign-in and then repeats the request. */
export async function askSignedIn(path: ApiPath, init: RequestInit): Promise<Response> {
  const response = await ask(path, init)
  return response.status === 401 && (await signInAgain()) ? ask(path, init) : response
}

export const ask = (path: ApiPath, init: RequestInit): Promise<Response> =>
  ownFetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })

/**
 * Sends a request that changes something. Never throws: every outcome is a value. `read` turns the body of a success
 * into a value, or null if it is not our server’s.
 */
export async function send<Good>(
  path: ApiPath,
  init: RequestInit,
  read: (body: string) => Good | null | Promise<Good | null>,
  request = askSignedIn,
): Promise<Good | Refused> {
  try {
    const response = await request(path, init)
    const body = await response.text()
    if (response.ok) return (await read(body)) ?? { type: 'networkError' }
    const problem = await parseProblem(body)
    return problem ? { type: 'problem', problem } : { type: 'networkError' }
  } catch {
    return { type: 'networkError' } // a network error, also while loading the validation code, or a timeout
  }
}
