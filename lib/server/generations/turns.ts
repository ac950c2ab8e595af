import { isTeam } from '@/lib/server/config.js'
import { Problem } from '@/lib/shared/problem'

type Bounds = {
  /** Pieces of work at a time: of everybody, and of one person. */
  total: number
  each: number
  /** How many of one person's may wait, and how long, in ms. */
  waiting: number
  ms: number
}

type User = { running: number; waiting: (() => void)[] }

/** Lets only so much of a kind of work go on at once, and people take turns: nobody waits for all of another's. */
export class Turns {
  #running = 0
  readonly #people = new Map<string, User>()

  constructor(private readonly bounds: Bounds) {}

  /** Does a person's work when it is their turn. @throws Problem rate_limited when too much of theirs waits, or too long */
  async take<T>(user: string, work: () => Promise<T>): Promise<T> {
    await this.#turnOf(user)
    try {
      return await work()
    } finally {
      this.#end(user)
    }
  }

  async #turnOf(id: string): Promise<void> {
    const user = this.#people.get(id) ?? { running: 0, waiting: [] }
    this.#people.set(id, user)
    if (user.waiting.length >= this.bounds.waiting) throw tooMany()
    await new Promise<void>((go, refuse) => {
      const begin = () => {
        clearTimeout(timer)
        go()
      }
      const timer = setTimeout(() => {
        user.waiting.splice(user.waiting.indexOf(begin), 1)
        this.#forget(id, user)
        refuse(tooMany())
      }, this.bounds.ms)
      user.waiting.push(begin)
      this.#next()
    })
  }

  #end(id: string): void {
    this.#running--
    const user = this.#people.get(id)
    if (user) {
      user.running--
      this.#putLast(id, user)
      this.#forget(id, user)
    }
    this.#next()
  }

  /** The turn goes to whoever has had none for longest, and who then stands behind all others. */
  #next(): void {
    for (const [id, user] of this.#people) {
      if (this.#running >= this.bounds.total) return
      const begin = user.running < this.bounds.each ? user.waiting.shift() : undefined
      if (!begin) continue
      this.#putLast(id, user)
      this.#running++
      user.running++
      begin()
    }
  }

  #putLast(id: string, user: User): void {
    this.#people.delete(id)
    this.#people.set(id, user)
  }

  #forget(id: string, { running, waiting }: User): void {
    if (running === 0 && waiting.length === 0) this.#people.delete(id)
  }
}

const tooMany = () =>
  new Problem(
    'rate_limited',
    'You have too many lists and searches running at once. Try again in a moment.',
    { retryAfter: 1 },
  )

// Routes are bundled apart but run in one process, and take turns together.
const shared: typeof globalThis & { promptreelTurns?: { lists: Turns; searches: Turns } | undefined } =
  globalThis

/**
 * The turns of those who read. Together they leave connections of the database to all that must be written down; a
 * search beside another makes both slower, so there are few, and one person has one or two.
 */
export function turns() {
  const ms = 5_000
  shared.promptreelTurns ??= {
    lists: new Turns({ total: 6, each: 4, waiting: 200, ms }),
    searches: new Turns({ total: 2, each: isTeam() ? 1 : 2, waiting: 20, ms }),
  }
  return shared.promptreelTurns
}
