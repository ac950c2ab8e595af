/** Pages that lead back to themselves, and what is no page. */
const NO_RETURN = /^\/(sign-in|setup|join|api|_next)(\/|$)/
const MAX_LENGTH = 2_000

/** Any origin: only whether a path stays on it counts. */
const BASE = 'http://studio.invalid'

function urlOf(path: string): URL | null {
  try {
    return new URL(path, BASE) // URL.canParse is missing in browsers that we support
  } catch {
    return null
  }
}

/**
 * Where to go after signing in: one of our own pages, whatever a link says (no open redirect). `/` for anything else.
 * @param to a path with its query, or several, as in a query string
 */
export function returnPath(to: string | string[] | undefined): `/${string}` {
  const [path = ''] = [to ?? []].flat()
  if (path.length > MAX_LENGTH || !path.startsWith('/')) return '/'
  // Parsed as browsers do, which take `/\evil.example`, `/<tab>/evil.example` and `/.//evil.example` for another host.
  const { origin, pathname, search, hash } = urlOf(path) ?? {}
  if (origin !== BASE || pathname === undefined || pathname.startsWith('//') || NO_RETURN.test(pathname))
    return '/'
  return `/${pathname.slice(1)}${search}${hash}`
}

/** The address of the sign-in page, or of another step to it, that leads back to `to`. */
export function withReturn<Page extends `/${string}`>(page: Page, to: string): Page | `${Page}?to=${string}` {
  const path = returnPath(to)
  return path === '/' ? page : `${page}?to=${encodeURIComponent(path)}`
}

type Query = Record<string, string | string[] | undefined>

/** The path of a page as it was asked for, with its query. */
export function pathWith(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value]),
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}
