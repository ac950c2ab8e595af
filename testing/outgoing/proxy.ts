import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { onTestFinished, vi } from 'vitest'
import * as z from 'zod'
import type { Certificate } from './certificate'

type Options = {
  /** Answers every CONNECT with this status instead of opening a tunnel. */
  refuse?: number
  /** Speaks TLS itself. */
  certificate?: Certificate
}

/** Starts an HTTP proxy. `asked`: the method, target and authorization of each request, in order. */
export async function startHttpProxy({ refuse, certificate }: Options = {}) {
  const asked: { method: string; target: string; host: string; authorization: string | undefined }[] = []
  const sockets = new Set<Socket>()
  const note = ({ method = '', url = '', headers }: IncomingMessage) =>
    asked.push({
      method,
      target: url,
      host: headers.host ?? '',
      authorization: headers['proxy-authorization'],
    })
  const server: Server = certificate ? createSecureServer(certificate) : createServer()
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  server.on('request', (incoming: IncomingMessage, answer) => {
    note(incoming)
    const { 'proxy-authorization': _, ...headers } = incoming.headers
    const onward = request(incoming.url ?? '', { method: incoming.method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end('<h1>Bad gateway</h1>'))
    incoming.pipe(onward)
  })
  server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    note(incoming)
    if (refuse) return socket.end(`HTTP/1.1 ${refuse} Refused\r\ncontent-length: 0\r\n\r\n`)
    const [, host = '', port] = /^\[?(.*?)\]?:(\d+)$/.exec(incoming.url ?? '') ?? []
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    sockets.add(onward)
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return { host: `127.0.0.1:${port}`, asked, close }
}

const NAMES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']

/** Sets the proxy variables of this process for one test, and no others, whatever the machine has. */
export function withProxies(variables: Record<string, string>): void {
  for (const name of NAMES.flatMap((name) => [name, name.toLowerCase()])) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}
