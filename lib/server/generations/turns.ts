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

type Person = { running: number; waiting: (() => void)[] }

/** Lets only so much of a kind of work go on at once, and people take turns: nobody waits for all of another's. */
export class Turns {
  #running = 0
  readonly #people = new Map<string, Person>()

  constructor(private readonly bounds: Bounds) {}

  /** Does a person's work when it is their turn. @throws Problem rate_limited when too much of theirs waits, or too long */
  async take<T>(person: string, work: () => Promise<T>): Promise<T> {
    await this.#turnOf(person)
    try {
      return await work()
    } finally {
      this.#end(person)
    }
  }

  async #turnOf(id: string): Promise<void> {
    const person = this.#people.get(id) ?? { running: 0, waiting: [] }
    this.#people.set(id, person)
    if (person.waiting.length >= this.bounds.waiting) throw tooMany()
    await new Promise<void>((go, refuse) => {
      const begin = () => {
        clearTimeout(timer)
        go()
      }
      const timer = setTimeout(() => {
        person.waiting.splice(person.waiting.indexOf(begin), 1)
        this.#forget(id, person)
        refuse(tooMany())
      }, this.bounds.ms)
      person.waiting.push(begin)
      this.#next()
    })
  }

  #end(id: string): void {
    this.#running--
    const person = this.#people.get(id)
    if (person) {
      person.running--
      this.#putLast(id, person)
      this.#forget(id, person)
    }
    this.#next()
  }

  /** The turn goes to whoever has had none for longest, and who then stands behind all others. */
  #next(): void {
    for (const [id, person] of this.#people) {
      if (this.#running >= this.bounds.total) return
      const begin = person.running < this.bounds.each ? person.waiting.shift() : undefined
      if (!begin) continue
      this.#putLast(id, person)
      this.#running++
      person.running++
      begin()
    }
  }

  #putLast(id: string, person: Person): void {
    this.#people.delete(id)
    this.#people.set(id, person)
  }

  #forget(id: string, { running, waiting }: Person): void {
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
