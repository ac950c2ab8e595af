import { AsyncLocalStorage } from 'node:async_hooks'
import { ulid } from 'ulid'

const running = new AsyncLocalStorage<string>()

/** Runs a request's work under a new id. The id is never taken from the client, so nobody can inject one into our log. */
export function asRequest<T>(work: (id: string) => Promise<T>): Promise<T> {
  const id = ulid(undefined, Math.random) // not a secret, and secure randomness would cost 5 % of a short response
  return running.run(id, () => work(id))
}

/** The id of the current request, if any. */
export const requestId = (): string | undefined => running.getStore()
