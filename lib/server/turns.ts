import { isTeam } from '@/lib/server/config.js'
import { Problem } from '@/lib/shared/problem'

type Bounds = {
  /** Concurrency overall and per person. */
  total: number
  each: number
  /** Most waiting calls per person, and how long one may wait, in ms. */
  waiting: number
  ms: number
}

type UserQueue = { running: number; waiting: (() => void)[] }

/** Limits concurrency, with people served in turn (round-robin): nobody waits for all of another person's work. */
export class Turns {
  #running = 0
  readonly #people = new Map<string, UserQueue>()

  constructor(private readonly bounds: Bounds) {}

  /** Runs a person's work when it is their turn. @throws Problem rate_limited when too many of theirs wait, or one waits too long */
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

  /** Serves whoever has waited longest since their last turn, then moves them to the end. */
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

  #putLast(id: string, user: UserQueue): void {
    this.#people.delete(id)
    this.#people.set(id, user)
  }

  #forget(id: string, { running, waiting }: UserQueue): void {
    if (running === 0 && waiting.length === 0) this.#people.delete(id)
  }
}

const tooMany = () =>
  new Problem(
    'rate_limited',
    'You have too many lists and searches running at once. Try again in a moment.',
    { retryAfter: 1 },
  )

// Routes are bundled separately but run in one process, so the limits live on the global object.
const shared: typeof globalThis & { promptreelTurns?: { lists: Turns; searches: Turns } | undefined } =
  globalThis

/**
 * Concurrency limits for reads. Together they leave database connections free for writes. Two searches side by side slow each
 * other down, so there are few, and a person gets one or two.
 */
export function turns() {
  const ms = 5_000
  shared.promptreelTurns ??= {
    lists: new Turns({ total: 6, each: 4, waiting: 200, ms }),
    searches: new Turns({ total: 2, each: isTeam() ? 1 : 2, waiting: 20, ms }),
  }
  return shared.promptreelTurns
}
