import { request } from 'node:http'
import type { Socket } from 'node:net'
import { Fault } from '@/lib/server/fault'
import { authorizationFor } from './proxy'

/**
 * Asks a proxy for a tunnel (CONNECT) to a host, over a connection to the proxy.
 * @param authority the host and its port, as `example.com:443`
 * @throws Fault when the proxy refuses, or answers nothing in time; an Error of the connection
 */
export function openTunnel(
  socket: Socket,
  proxy: URL,
  authority: string,
  timeoutMs: number,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const call = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...authorizationFor(proxy) },
      createConnection: () => socket,
    })
    const giveUp = () => call.destroy(new Fault('the proxy did not open a tunnel in time'))
    const timer = setTimeout(giveUp, timeoutMs)
    const refuse = (error: Error) => {
      clearTimeout(timer)
      socket.destroy()
      reject(error)
    }
    call.once('connect', ({ statusCode }, _, head: Buffer) => {
      clearTimeout(timer)
      if (statusCode === undefined || statusCode < 200 || statusCode > 299)
        return refuse(new Fault(`the proxy answered ${statusCode} to CONNECT`))
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    })
    call.on('error', refuse)
    call.end()
  })
}
