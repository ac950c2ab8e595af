import { isIP, type Socket } from 'node:net'
import type { Agent, buildConnector, Dispatcher } from 'undici'
import { openSocket, type Resolve, resolveBySystem } from './open-socket'
import { authorizationFor, portOf, proxyFor } from './proxy'
import { openTunnel } from './tunnel'

export type DialOptions = Pick<
  Agent.Options,
  'connections' | 'pipelining' | 'headersTimeout' | 'bodyTimeout'
> & {
  /** Timeout in ms for each step of a connection: the address, a proxy's tunnel, TLS. */
  connectMs: number
  /** Resolves the hosts that are reached directly; those of proxies are always resolved by the system. */
  resolve?: Resolve
  /** Called each time that there is a connection over which a request can be sent. */
  onConnected?: () => void
}

/** What requests go out through, until it is destroyed. */
export type Dialler = { dispatcher: Dispatcher; destroy: () => Promise<void> }

/**
 * Dials hosts as HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say, and by whichever of their addresses answers. An https host is
 * reached through a tunnel, so that a proxy sees nothing of it but its name; for an http host the proxy is asked for the whole URL.
 */
export async function dial({
  connectMs,
  resolve = resolveBySystem,
  onConnected,
  ...options
}: DialOptions): Promise<Dialler> {
  const { Agent, buildConnector } = await import('undici') // loaded at the first call, for a faster start
  const means = { connectMs, secure: buildConnector({ timeout: connectMs }) }
  const connector =
    (connect: (target: Target) => Promise<Socket>): buildConnector.connector =>
    (target, done) => {
      connect(target).then(
        (socket) => {
          onConnected?.()
          done(null, socket)
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
      )
    }
  const hosts = new Agent({ ...options, connect: connector((target) => toHost(target, resolve, means)) })
  const proxies = new Agent({ ...options, connect: connector((target) => toProxy(target, means)) })
  return {
    dispatcher: hosts.compose((dispatch) => (request, handler) => {
      const url = new URL(request.origin ?? '')
      const proxy = url.protocol === 'http:' ? proxyFor(url) : null
      return proxy ? proxies.dispatch(byProxy(request, url, proxy), handler) : dispatch(request, handler)
    }),
    destroy: async () => {
      await Promise.all([hosts.destroy(), proxies.destroy()])
    },
  }
}

type Target = Pick<buildConnector.Options, 'hostname' | 'protocol' | 'port' | 'host' | 'servername'>
type Means = { connectMs: number; secure: buildConnector.connector }

/** A connection to a host, through a tunnel where it has a proxy. */
async function toHost(target: Target, resolve: Resolve, means: Means): Promise<Socket> {
  const proxy = target.protocol === 'https:' ? proxyFor(target) : null
  if (!proxy) return direct(target, resolve, means)
  const { hostname, protocol } = proxy
  const socket = await toProxy({ hostname: bare(hostname), protocol, port: portOf(proxy) }, means)
  const authority = `${target.hostname.includes(':') ? `[${target.hostname}]` : target.hostname}:${portOf(target)}`
  return withTls(target, await openTunnel(socket, proxy, authority, means.connectMs), means)
}

/** A connection to a proxy itself, whose certificate has its own name. */
const toProxy = ({ servername: _, ...target }: Target, means: Means): Promise<Socket> =>
  direct(isIP(target.hostname) ? target : { ...target, servername: target.hostname }, resolveBySystem, means)

async function direct(target: Target, resolve: Resolve, means: Means): Promise<Socket> {
  const { hostname, protocol } = target
  const socket = await openSocket({ hostname, port: Number(portOf(target)) }, resolve, means.connectMs)
  if (protocol === 'https:') return withTls(target, socket, means)
  return socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS)
}

/** As undici does for its own connections. */
const KEEP_ALIVE_MS = 60_000

const withTls = (target: Target, httpSocket: Socket, { secure }: Means): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const { servername, ...rest } = target
    const options = { ...rest, protocol: 'https:', httpSocket, ...(servername && { servername }) }
    secure(options, (error, socket) => {
      if (socket) return resolve(socket)
      httpSocket.destroy()
      reject(error)
    })
  })

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1')

/** The request as a proxy takes it: with the whole URL in place of the path. */
function byProxy(
  { headers, path, ...request }: Dispatcher.DispatchOptions,
  url: URL,
  proxy: URL,
): Dispatcher.DispatchOptions {
  const more = Object.entries({ host: url.host, ...authorizationFor(proxy) })
  return {
    ...request,
    origin: proxy.origin,
    path: `${url.origin}${path}`,
    headers: [...listOf(headers), ...more].flat(),
  }
}

/** Headers in each of the forms in which undici and `fetch` hand them on, as pairs; a Host among them is ours to set. */
function listOf(headers: Dispatcher.DispatchOptions['headers']): [string, string][] {
  const pairs: [string, unknown][] = []
  if (Array.isArray(headers)) {
    for (let index = 0; index < headers.length; index += 2)
      pairs.push([String(headers[index]), headers[index + 1]])
  } else if (headers && Symbol.iterator in headers) pairs.push(...headers)
  else if (headers) pairs.push(...Object.entries(headers))
  return pairs.flatMap(([name, value]) => (name.toLowerCase() === 'host' ? [] : valuesOf(name, value)))
}

const valuesOf = (name: string, value: unknown): [string, string][] =>
  [value].flat().flatMap((one) => (one === undefined || one === null ? [] : [[name, String(one)]]))
