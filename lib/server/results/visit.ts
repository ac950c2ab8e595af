import type { Readable } from 'node:stream'
import { dial, proxyFor, type Resolve } from '@/lib/server/outgoing'
import type { AllowedHosts } from './hosts'
import type { Limits } from './limits'
import { parseAddress, permit } from './permit'
import { resolveChecked } from './resolve'
import { ResultError, unreadable } from './result-error'

export type Way = { hosts: AllowedHosts; resolve: Resolve; limits: Limits; signal: AbortSignal }
export type Answer = { declared: number | null; body: Readable }
type Visit<T> = { moved: URL } | { taken: T }

const HEADERS = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'promptreel' }
const MOVED = [301, 302, 303, 307, 308]
const DEAD = [401, 403, 404, 410]

/**
 * Requests one address after checking its host, on a fresh connection that can only reach the checked addresses: the name isn't
 * resolved again, unless by a proxy. Sends no API key and no cookie. Doesn't follow redirects.
 * @throws ResultError and whatever `take` throws
 */
export async function visit<T>(
  url: URL,
  { hosts, resolve, limits, signal }: Way,
  take: (answer: Answer) => Promise<T>,
): Promise<Visit<T>> {
  const checked = await resolveChecked(url, permit(url, hosts), resolve, signal, proxyFor(url) !== null)
  const { request } = await import('undici') // loaded at the first video, for a faster start
  const { dispatcher, destroy } = await dial({
    headersTimeout: limits.silence,
    bodyTimeout: limits.silence,
    connectMs: limits.connect,
    resolve: async () => checked,
  })
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      signal,
      headers: HEADERS,
    }).catch((cause: unknown) => {
      throw unreadable(`${url.host} didn’t respond.`, cause)
    })
    body.on('error', ignore) // readers still get the error; an unread body must not crash the process
    if (MOVED.includes(statusCode)) return { moved: locationOf(headers.location, url) }
    if (DEAD.includes(statusCode))
      throw new ResultError('address_dead', `${url.host} answered ${statusCode}.`)
    if (statusCode !== 200) throw unreadable(`${url.host} answered ${statusCode}.`)
    return { taken: await take({ declared: lengthOf(headers['content-length']), body }) }
  } finally {
    await destroy()
  }
}

function ignore() {}

function locationOf(location: string | string[] | undefined, url: URL): URL {
  if (typeof location !== 'string') throw unreadable(`${url.host} redirected to nowhere.`)
  return parseAddress(location, url)
}

/** undici has validated the number, and fails when the body has another length. */
const lengthOf = (length: string | string[] | undefined): number | null =>
  typeof length === 'string' ? Number(length) : null
