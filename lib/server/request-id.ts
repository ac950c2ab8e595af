import { AsyncLocalStorage } from 'node:async_hooks'
import { ulid } from 'ulid'

const running = new AsyncLocalStorage<string>()

/** Runs the work of one request under an id of its own, made here: nobody can put theirs into our log. */
export function asRequest<T>(work: (id: string) => Promise<T>): Promise<T> {
  const id = ulid(undefined, Math.random) // a name, no secret: true chance would cost a twentieth of a short answer
  return running.run(id, () => work(id))
}

/** The id of the request that this work is for, if it is for one. */
export const requestId = (): string | undefined => running.getStore()
