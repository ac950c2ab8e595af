// Plain JavaScript without packages: it also stands beside start.mjs in the standalone folder.
import { once } from 'node:events'
import { createServer } from 'node:net'

/** The server can't listen where it is told to, and waiting won't help. The message is a sentence for the operator. */
export class CannotListen extends Error {
  /** @override */
  name = 'CannotListen'
}

/**
 * Why listening failed, as a sentence that names the variable to change.
 * @param {unknown} error
 * @param {{ host: string, port: number, variable?: string, usual?: number }} listener `variable`: the one that holds the port, and
 * its usual value
 * @returns {string}
 */
export function whyNotListening(error, { host, port, variable = 'PORT', usual = 3_000 }) {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const other = `${variable}=${port >= 1_024 && port < 65_535 ? port + 1 : usual}`
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use. Stop the program that uses it, or set another one, for example ${other}.`
    case 'EACCES':
    case 'EPERM':
      return `This user may not listen on port ${port}. Set another one, for example ${other}.`
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
    case 'EAFNOSUPPORT':
      return `HOST is ${host}, which is not an address of this machine. Set one that is, for example HOST=127.0.0.1.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is ${host}, a name that has no address. Set an address of this machine, for example HOST=127.0.0.1.`
    case 'ERR_SOCKET_BAD_PORT':
      return `${variable} must be a port from 1 to 65535, for example ${other}.`
    default:
      return `Nothing can listen on port ${port} of ${host} (${error instanceof Error ? error.message : error}). Set another HOST or ${variable}.`
  }
}

/**
 * Listens for a moment, since Next would report a failure with a stack trace.
 * @param {string} host
 * @param {number} port
 * @throws CannotListen
 */
export async function checkListening(host, port) {
  const server = createServer()
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw new CannotListen(whyNotListening(error, { host, port }), { cause: error })
  }
  server.close()
  await once(server, 'close')
}
