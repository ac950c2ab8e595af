import { LOGGED, type Logged } from '@/lib/shared/logged'

/** A failure that only the log hears of. `said` are our own words and ids: never a prompt, an address, a foreign text. */
export class Fault extends Error {
  override name = 'Fault'
  readonly [LOGGED]: Logged

  constructor(said: string, options?: ErrorOptions) {
    super(said, options)
    this[LOGGED] = { said }
  }
}
