import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { Socket } from 'node:net'

/** Resolves a host to all its addresses; an IP address to itself. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

export const resolveBySystem: Resolve = (host) => lookup(host, { all: true })

/** ms after which the next address is tried beside those that haven't answered (RFC 8305). */
const NEXT_MS = 250

type Target = { hostname: string; port: number }

/**
 * Connects to a host by whichever of its addresses answers first. Each gets until the end of `timeoutMs`: Node's own way gives all
 * but the last 250 ms, so that a slow address beside a dead one can't be reached.
 * @throws Error ETIMEDOUT | that of the only address | an AggregateError of all
 */
export async function openSocket(target: Target, resolve: Resolve, timeoutMs: number): Promise<Socket> {
  const end = Date.now() + timeoutMs
  const addresses = await inTime(resolve(target.hostname), timeoutMs, target)
  return race(inTurns(addresses), target, Math.max(1, end - Date.now()))
}

async function inTime<T>(work: Promise<T>, ms: number, target: Target): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(target)), ms)
  })
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer))
}

/** Alternates between the families, beginning with that of the first address. */
function inTurns(addresses: readonly LookupAddress[]): LookupAddress[] {
  const [first] = addresses
  const own = addresses.filter(({ family }) => family === first?.family)
  const other = addresses.filter(({ family }) => family !== first?.family)
  return own
    .flatMap((address, index) => [address, ...other.slice(index, index + 1)])
    .concat(other.slice(own.length))
}

function race(addresses: LookupAddress[], target: Target, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const waiting = [...addresses]
    const open = new Set<Socket>()
    const errors: Error[] = []
    let next: NodeJS.Timeout | undefined
    const timer = setTimeout(() => settle(() => reject(timedOut(target))), timeoutMs)

    function settle(then: () => void, winner?: Socket): void {
      clearTimeout(timer)
      clearTimeout(next)
      waiting.length = 0
      for (const socket of open) if (socket !== winner) socket.destroy()
      open.clear()
      then()
    }

    function tryNext(): void {
      clearTimeout(next)
      const address = waiting.shift()
      if (address) attempt(address)
      else if (open.size === 0) settle(() => reject(failure(errors, target)))
      if (waiting.length > 0) next = setTimeout(tryNext, NEXT_MS)
    }

    function attempt({ address, family }: LookupAddress): void {
      const socket = new Socket()
      open.add(socket)
      socket.on('error', (error) => {
        if (!open.delete(socket)) return // lost the race, or was ours to use and the caller's to watch
        errors.push(error)
        tryNext()
      })
      socket.once('connect', () => {
        if (open.has(socket)) settle(() => resolve(socket), socket)
      })
      socket.connect({ host: address, port: target.port, family })
    }

    tryNext()
  })
}

const withCode = (error: Error, code: string | undefined): Error => Object.assign(error, { code })

const timedOut = ({ hostname, port }: Target): Error =>
  withCode(new Error(`no connection to ${hostname}:${port} in time`), 'ETIMEDOUT')

function failure(errors: Error[], { hostname, port }: Target): Error {
  const [first, second] = errors
  if (!first) return withCode(new Error(`${hostname} has no address`), 'ENOTFOUND')
  if (!second) return first
  const code = 'code' in first ? String(first.code) : undefined
  return withCode(new AggregateError(errors, `no address of ${hostname}:${port} can be reached`), code)
}
