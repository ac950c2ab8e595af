import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Network conditions. `silent`: connections stay open, but no data arrives. */
export type Weather = 'fine' | 'silent' | 'refusing'

/** Starts a TCP proxy whose connections can be cut or silenced. A silenced connection stays silent; new ones get the current weather. */
async function startProxy(target: { host: string; port: number }) {
  let weather: Weather = 'fine'
  const pairs = new Set<[Socket, Socket]>()
  const server = createServer((near) => {
    near.on('error', () => {})
    if (weather === 'refusing') return void near.destroy()
    const far = connect(target.port, target.host)
    far.on('error', () => near.destroy())
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.on('close', () => {
      pairs.delete(pair)
      far.destroy()
    })
    far.on('close', () => near.destroy())
    if (weather === 'silent') return
    near.pipe(far)
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return {
    port: address.port,
    set(next: Weather): void {
      weather = next
      for (const [near, far] of next === 'fine' ? [] : pairs) {
        if (next === 'refusing') near.destroy()
        near.unpipe(far)
        far.unpipe(near)
      }
    },
    async close(): Promise<void> {
      for (const [near] of pairs) near.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export type TcpProxy = Awaited<ReturnType<typeof startProxy>>

/** Starts a proxy to a database. @returns the database URL that goes through it */
export async function startProxyTo(database: string): Promise<{ proxy: TcpProxy; url: string }> {
  const url = new URL(database)
  const proxy = await startProxy({ host: url.hostname, port: Number(url.port) })
  url.port = `${proxy.port}`
  return { proxy, url: url.href }
}
