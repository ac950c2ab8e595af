import { hearServerTime } from '@/lib/client/server-clock'

/** Our server's form of an error: what else comes with an error's status is somebody else's. */
const PROBLEM = 'application/problem+json'

/**
 * Every request of the page to our API. A redirect is not followed, since only others send one: to their sign-in
 * page.
 * @throws Error on a network error, after `timeoutMs`, or when aborted by `stop`
 */
export async function request(
  url: string,
  {
    timeoutMs,
    stop,
    ...init
  }: Omit<RequestInit, 'signal'> & { timeoutMs: number; stop?: AbortSignal | undefined },
): Promise<Response> {
  const end = new AbortController() // AbortSignal.any is missing in browsers that we support
  const abort = () => end.abort(stop?.reason)
  if (stop?.aborted) abort()
  stop?.addEventListener('abort', abort)
  AbortSignal.timeout(timeoutMs).addEventListener('abort', () => end.abort())
  const answer = await fetch(url, { redirect: 'manual', ...init, signal: end.signal })
  hearServerTime(Date.parse(answer.headers.get('date') ?? ''))
  return answer
}

/** Whether an error is our server's, by its type. */
export const isProblem = (answer: Pick<Response, 'headers'>): boolean =>
  answer.headers.get('content-type')?.startsWith(PROBLEM) ?? false
