import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Problem, problemBody } from '@/lib/shared/problem'
import { Turns } from './turns'

const WAITING = { total: Number.POSITIVE_INFINITY, waiting: 64, ms: 60_000 }

/**
 * Lets a sender have few list requests in progress; further ones wait before Next sees them. Routing and authorization cost several
 * times what a list or a short search does, so without this, a script that searches 24 times at once would slow everybody's lists. The
 * reads themselves are limited by person (generations/read/list.ts), which is known only after all that work.
 */
export function gateLists(server: Server): void {
  const lists = new Turns({ ...WAITING, each: 4 })
  const searches = new Turns({ ...WAITING, each: 1 })
  const listeners = server.listeners('request')
  const forward = (request: IncomingMessage, response: ServerResponse) => {
    for (const listener of listeners) Reflect.apply(listener, server, [request, response])
  }
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const asked = listOf(request)
    if (!asked) return forward(request, response)
    const work = () => answered(response, () => forward(request, response))
    const turn = asked.searching ? searches : lists
    turn.take(asked.sender, work).catch((error: unknown) => refuse(response, error))
  })
}

/** Who asks for a list, by what they send along with it; undefined for any other request. */
function listOf({ method, url = '', headers, socket }: IncomingMessage) {
  if (method !== 'GET') return undefined
  const [path = '', query = ''] = url.split('?')
  if (!path.endsWith('/api/generations')) return undefined
  return {
    sender: headers.authorization ?? headers.cookie ?? socket.remoteAddress ?? '',
    searching: new URLSearchParams(query).has('q'),
  }
}

/** Runs `begin`, unless the client has left, and waits until the response is sent or the connection lost. */
function answered(response: ServerResponse, begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (response.closed) return resolve()
    response.once('close', resolve)
    try {
      begin()
    } catch (error) {
      reject(error)
    }
  })
}

function refuse(response: ServerResponse, error: unknown): void {
  if (!(error instanceof Problem)) throw error
  response.writeHead(429, {
    'content-type': 'application/problem+json',
    'cache-control': 'private, no-store',
    'retry-after': `${error.details.retryAfter ?? 1}`,
  })
  response.end(JSON.stringify(problemBody(error)))
}
