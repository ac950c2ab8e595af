/** How long an answer is waited for, in ms: a line that has died says nothing. */
const TIMEOUT_MS = 20_000
/** Answers that are remembered: of a few views and what was asked for by itself. */
const MOST = 30

type Known<T> = { etag: string; value: T }

/**
 * Reads from our server, and says what is known already, so that what has not changed is not sent again: it is then
 * the very same object. The browser itself keeps nothing of it.
 * @returns null for what is gone
 * @throws Error when the line is broken, something else than our server answers, or it was told to stop
 */
export function remembering<T>(parse: (json: unknown) => T | Promise<T>) {
  const known = new Map<string, Known<T>>()
  return async (url: string, stop?: AbortSignal): Promise<T | null> => {
    const before = known.get(url)
    const response = await get(url, before?.etag, stop)
    if (response.status === 304 && before) return before.value
    known.delete(url)
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`${url} answered with HTTP ${response.status}.`)
    const value = await parse(await response.json())
    remember(known, url, response.headers.get('etag'), value)
    return value
  }
}

async function get(url: string, etag: string | undefined, stop: AbortSignal | undefined): Promise<Response> {
  const signals = [AbortSignal.timeout(TIMEOUT_MS), ...(stop ? [stop] : [])]
  const headers = { accept: 'application/json', ...(etag !== undefined && { 'if-none-match': etag }) }
  return fetch(url, { headers, signal: AbortSignal.any(signals) })
}

function remember<T>(known: Map<string, Known<T>>, url: string, etag: string | null, value: T): void {
  if (etag === null) return
  known.set(url, { etag, value })
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
}
