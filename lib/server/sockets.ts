import 'server-only'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage, Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { gateLists } from './list-gate'
import { keepQuery } from './raw-query'

/** Timeouts in ms. */
const TIMES = {
  /** For a request's headers, from the first byte. */
  head: 30_000,
  /** Without a byte of an incomplete body; a route that reads it times out sooner (http/body.ts). */
  silence: 75_000,
  /** For a client whose body is no longer read to receive its response. */
  linger: 5_000,
  /** Idle connections. Longer than usual proxies' own, so that they never send into a connection that is just closing. */
  rest: 90_000,
}

/**
 * Manages the server's connections. Next creates the server and exposes it nowhere, so it is picked up at its first connection. Uploads
 * have no overall timeout while bytes arrive; a client that is answered before its whole body has arrived can still read the response;
 * protocol upgrades are refused; addresses with bytes beyond ASCII are read as what they are.
 * @returns a function that stops this for later connections
 */
export function tameSockets(times: Partial<typeof TIMES> = {}): () => void {
  const all = { ...TIMES, ...times }
  const met = (message: unknown) => {
    const server = serverOf(message)
    if (!server) return
    stopMeeting()
    tame(server, all)
  }
  const begun = (message: unknown) => {
    const [request, socket] = [part(message, 'request'), part(message, 'socket')]
    if (!(request instanceof IncomingMessage && socket instanceof Socket)) return
    encodeAddress(request)
    keepQuery(request)
    endSilence(request, socket, all.silence)
  }
  const answered = (message: unknown) => {
    const [request, socket] = [part(message, 'request'), part(message, 'socket')]
    if (!(request instanceof IncomingMessage && socket instanceof Socket)) return
    if (!request.complete) linger(request, socket, all.linger)
  }
  const stopMeeting = () => {
    for (const channel of FIRST) unsubscribe(channel, met)
  }
  for (const channel of FIRST) subscribe(channel, met)
  subscribe(BEGUN, begun)
  subscribe(ANSWERED, answered)
  return () => {
    stopMeeting()
    unsubscribe(BEGUN, begun)
    unsubscribe(ANSWERED, answered)
  }
}

const BEGUN = 'http.server.request.start'
const ANSWERED = 'http.server.response.finish'
/** Both fire before a request reaches Next; the second also for a connection opened before we subscribed. */
const FIRST = ['net.server.socket', BEGUN]

const part = (message: unknown, name: string): unknown =>
  typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined

function serverOf(message: unknown): Server | undefined {
  const socket = part(message, 'socket')
  const server = part(message, 'server') ?? part(socket, 'server')
  return server instanceof Server ? server : undefined
}

function tame(server: Server, times: typeof TIMES): void {
  server.requestTimeout = 0 // would cut long uploads
  server.headersTimeout = times.head
  server.keepAliveTimeout = times.rest
  server.on('checkContinue', delayContinue)
  gateLists(server)
  if (process.env.NODE_ENV === 'development') return // the development server uses WebSockets
  server.removeAllListeners('upgrade')
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => {}) // the peer may close first
    socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
      socket.destroy(),
    )
  })
}

/** Sends 100-continue only when the body is read, so that a refusal comes without it. */
function delayContinue(this: Server, request: IncomingMessage, response: ServerResponse): void {
  request.on('newListener', function read(event) {
    if (event !== 'data' && event !== 'readable') return
    request.off('newListener', read)
    if (!response.headersSent) response.writeContinue()
  })
  this.emit('request', request, response)
}

/**
 * Percent-encodes the bytes of an address that its sender left as they are, as curl does with `?q=考拉`. Node gives each as a
 * character of its own, and a URL made of that would mean another text.
 */
function encodeAddress(request: IncomingMessage): void {
  request.url = request.url?.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
}

/** Ends a request whose body has stalled for `ms`. */
function endSilence(request: IncomingMessage, socket: Socket, ms: number): void {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined)
    return
  let seen = socket.bytesRead
  const timer = setInterval(() => {
    if (request.complete) clearInterval(timer)
    else if (socket.bytesRead === seen) socket.destroy()
    seen = socket.bytesRead
  }, ms).unref()
  request.once('close', () => clearInterval(timer))
}

/**
 * Called when the response is written but the body not read to its end. Closing both directions now would reset the connection, and the
 * client, still sending, would lose the response. So this closes only our side and discards what arrives for a while.
 */
function linger(request: IncomingMessage, socket: Socket, ms: number): void {
  socket.destroySoon = () => socket.end()
  setImmediate(() => socket.end())
  request.removeAllListeners('readable')
  request.on('data', () => {})
  const timer = setTimeout(() => socket.destroy(), ms).unref()
  socket.once('close', () => clearTimeout(timer))
}
