/**
 * The path under which a proxy hands the studio out, for example `/studio`; empty for none. The build writes it into the
 * server and the page (next.config.mjs), so that both always agree.
 */
export const BASE_PATH = process.env.BUILT_BASE_PATH ?? ''

/**
 * The address, relative to the host, of one of our own pages, calls or files. Needed wherever Next doesn't add the base
 * path by itself: in links, images, requests and cookies, but not in `redirect()`.
 */
export const withBasePath = (path: `/${string}`): string =>
  BASE_PATH === '' ? path : `${BASE_PATH}${path.replace(/^\/(?=$|[?#])/, '')}`

/**
 * A name for a cookie or a stored value. A host belongs to all who live under its paths, perhaps another studio among
 * them, and so do its cookies and the browser's storage.
 */
export const ownName = (name: string): string =>
  BASE_PATH === '' ? name : `${BASE_PATH.slice(1).replaceAll('/', '.')}.${name}`
