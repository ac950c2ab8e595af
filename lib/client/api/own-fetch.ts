import { withBasePath } from '@/lib/shared/base-path'

/** A call of our own API, without the base path. Addresses in its answers have it already, and are fetched as they are. */
export type ApiPath = `/api/${string}`

/** Fetches from our own API. */
export const ownFetch = (path: ApiPath, init: RequestInit): Promise<Response> =>
  fetch(withBasePath(path), init)
