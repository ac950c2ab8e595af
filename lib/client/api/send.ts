import { type Between, betweenOf } from './between'
import { type ProblemAnswer, parseProblem } from './problem'
import { type ApiPath, isProblem, request } from './request'
import { signInAgain } from './sign-in-again'

/**
 * No response from our server arrived; the request may or may not have had its effect. `between`: what answered in
 * its place, if anything did.
 */
export type NetworkError = { type: 'networkError'; between?: Between }
export type Refused = { type: 'problem'; problem: ProblemAnswer } | NetworkError

/** Longer than the server waits for the provider (60 s), plus time for slow connections. */
const TIMEOUT_MS = 150_000

/** For signed-in users: on a 401 of ours, prompts for sign-in and then repeats the request. */
export async function askSignedIn(path: ApiPath, init: RequestInit): Promise<Response> {
  const response = await ask(path, init)
  const again = response.status === 401 && isProblem(response) && (await signInAgain())
  return again ? ask(path, init) : response
}

export const ask = (path: ApiPath, init: Omit<RequestInit, 'signal'>): Promise<Response> =>
  request(path, { ...init, timeoutMs: TIMEOUT_MS })

const bytesOf = ({ body }: RequestInit): number | null =>
  body instanceof Blob ? body.size : typeof body === 'string' ? body.length : null

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
    const good = response.ok ? await read(body) : null
    if (good) return good
    const problem = response.ok ? null : await parseProblem(body)
    if (problem) return { type: 'problem', problem }
    return { type: 'networkError', between: betweenOf(response.status, bytesOf(init)) }
  } catch {
    return { type: 'networkError' } // a network error, also while loading the validation code, or a timeout
  }
}
