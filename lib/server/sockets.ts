import 'server-only'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { IncomingMessage, Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** All in ms. */
const TIMES = {
  /** For a request's head, from its first byte. */
  head: 30_000,
  /** Without a byte of a body that is still to come; a route that reads it ends the request sooner (http/body.ts). */
  silence: 75_000,
  /** For the sender of what is no longer read to take its answer. */
  linger: 5_000,
  /** A connection at rest: longer than usual proxies keep theirs, so that they never send into one that just closes. */
  rest: 90_000,
}

/**
 * Sees to the server's connections; Next makes the server and hands it to nobody, so it is met at its first
 * connection. An upload may take as long as it moves. Whoever is answered before the whole body has come gets to read
 * the answer. Nobody speaks another protocol here.
 * @returns what stops it, for what comes later
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
    if (request instanceof IncomingMessage && socket instanceof Socket)
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
/** Either comes before a request reaches Next; the second also where a connection stood before anybody listened. */
const FIRST = ['net.server.socket', BEGUN]

const part = (message: unknown, name: string): unknown =>
  typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined

function serverOf(message: unknown): Server | undefined {
  const socket = part(message, 'socket')
  const server = part(message, 'server') ?? part(socket, 'server')
  return server instanceof Server ? server : undefined
}

function tame(server: Server, times: typeof TIMES): void {
  server.requestTimeout = 0 // it would cut an upload that moves
  server.headersTimeout = times.head
  server.keepAliveTimeout = times.rest
  server.on('checkContinue', delayContinue)
  if (process.env.NODE_ENV === 'development') return // the development server speaks with its pages
  server.removeAllListeners('upgrade')
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => {}) // it may be closed by the other side first
    socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
      socket.destroy(),
    )
  })
}

/** Whoever asks before sending a body is told to go on when somebody reads it, and else gets the refusal at once. */
function delayContinue(this: Server, request: IncomingMessage, response: ServerResponse): void {
  request.on('newListener', function read(event) {
    if (event !== 'data' && event !== 'readable') return
    request.off('newListener', read)
    if (!response.headersSent) response.writeContinue()
  })
  this.emit('request', request, response)
}

/** Ends a request of whose body nothing comes any more. */
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
 * The answer is written and the body is not read to its end. To close both ways now would reset the connection, and
 * the sender, still sending, would lose the answer: so only ours is closed, and what comes is thrown away for a while.
 */
function linger(request: IncomingMessage, socket: Socket, ms: number): void {
  socket.destroySoon = () => socket.end()
  setImmediate(() => socket.end())
  request.removeAllListeners('readable')
  request.on('data', () => {})
  const timer = setTimeout(() => socket.destroy(), ms).unref()
  socket.once('close', () => clearTimeout(timer))
}
