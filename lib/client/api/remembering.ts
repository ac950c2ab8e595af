import { parseJson } from '@/lib/shared/parse-json'
import { BetweenError, betweenOf } from './between'
import { type ApiPath, isProblem, request } from './request'

/** A dead connection never answers, so give up after this long. */
const TIMEOUT_MS = 20_000
/** Cached responses: enough for a few views and the single generations read. */
const MAX_ENTRIES = 30

/** The session has ended: the server answers, but not to us. */
export class SignedOutError extends Error {
  override name = 'SignedOutError'
}

type Known<T> = { etag: string; value: T }

/**
 * Wraps GET requests in an ETag cache: an unchanged response is not sent again, and yields the same object. Doesn’t
 * rely on the browser’s HTTP cache.
 * @returns a reader; it resolves to null when our server says 404
 * @throws SignedOutError (the reader); BetweenError when something else answered; Error on a network error, an invalid
 * response, or when aborted by `stop`
 */
export function remembering<T>(parse: (json: unknown) => T | Promise<T>) {
  const known = new Map<string, Known<T>>()
  return async (path: ApiPath, stop?: AbortSignal): Promise<T | null> => {
    const before = known.get(path)
    const response = await get(path, before?.etag, stop)
    if (response.status === 304 && before) return before.value
    known.delete(path)
    if (!response.ok && isProblem(response)) {
      if (response.status === 404) return null
      if (response.status === 401) throw new SignedOutError(path)
      throw new Error(`${path} answered with HTTP ${response.status}.`)
    }
    const json = response.ok ? parseJson(await response.text()) : undefined
    if (json === undefined) throw new BetweenError(betweenOf(response.status))
    const value = await parse(json)
    remember(known, path, response.headers.get('etag'), value)
    return value
  }
}

const get = (path: ApiPath, etag: string | undefined, stop: AbortSignal | undefined): Promise<Response> =>
  request(path, {
    headers: { accept: 'application/json', ...(etag !== undefined && { 'if-none-match': etag }) },
    timeoutMs: TIMEOUT_MS,
    stop,
  })

function remember<T>(known: Map<string, Known<T>>, path: ApiPath, etag: string | null, value: T): void {
  if (etag === null) return
  known.set(path, { etag, value })
  const [oldest] = known.keys()
  if (known.size > MAX_ENTRIES && oldest !== undefined) known.delete(oldest)
}
