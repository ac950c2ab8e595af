import { LOGGED, type Logged } from '@/lib/shared/logged'

/** An internal failure, for the log only. `said` is logged: only our own text and ids, never a prompt, an address or foreign text. */
export class Fault extends Error {
  override name = 'Fault'
  readonly [LOGGED]: Logged

  constructor(said: string, options?: ErrorOptions) {
    super(said, options)
    this[LOGGED] = { said }
  }
}
