import { hearServerTime } from '@/lib/client/server-clock'
import { withBasePath } from '@/lib/shared/base-path'

/** A call of our own API, without the base path. Addresses in its answers have it already, and are fetched as they are. */
export type ApiPath = `/api/${string}`

type Options = Omit<RequestInit, 'signal'> & { timeoutMs: number; stop?: AbortSignal | undefined }

/** Our server's form of an error: what else comes with an error's status is somebody else's. */
const PROBLEM = 'application/problem+json'

/** Calls our API. @throws as requestAt */
export const request = (path: ApiPath, options: Options): Promise<Response> =>
  requestAt(withBasePath(path), options)

/**
 * Every request of the page to our server. A redirect is not followed, since only others send one: to their sign-in
 * page.
 * @throws Error on a network error, after `timeoutMs`, or when aborted by `stop`
 */
export async function requestAt(address: string, { timeoutMs, stop, ...init }: Options): Promise<Response> {
  const end = new AbortController() // AbortSignal.any is missing in browsers that we support
  const abort = () => end.abort(stop?.reason)
  if (stop?.aborted) abort()
  stop?.addEventListener('abort', abort)
  AbortSignal.timeout(timeoutMs).addEventListener('abort', () => end.abort())
  const answer = await fetch(address, { redirect: 'manual', ...init, signal: end.signal })
  hearServerTime(Date.parse(answer.headers.get('date') ?? ''))
  return answer
}

/** Whether an error is our server's, by its type. */
export const isProblem = (answer: Pick<Response, 'headers'>): boolean =>
  answer.headers.get('content-type')?.startsWith(PROBLEM) ?? false
