/** Something that waits in a person's line, in order within it. */
export type Queued = { id: string; person: string }

/**
 * The order in which what waits is taken: people take turns, and within a person's line it goes in order. Whoever was served the
 * longest ago comes first.
 * @param waiting each person's own in order; people in the order of their first
 * @param servedAt when each person was last served, as sortable text; absent: never
 */
export function inTurn<W extends Queued>(
  waiting: readonly W[],
  servedAt: ReadonlyMap<string, string> = new Map(),
): W[] {
  const lines = new Map<string, W[]>()
  for (const one of waiting) {
    const line = lines.get(one.person)
    if (line) line.push(one)
    else lines.set(one.person, [one])
  }
  const people = [...lines.keys()].toSorted((one, other) =>
    (servedAt.get(one) ?? '') < (servedAt.get(other) ?? '') ? -1 : 1,
  )
  const order: W[] = []
  for (let round = 0; order.length < waiting.length; round++) {
    for (const person of people) {
      const next = lines.get(person)?.[round]
      if (next) order.push(next)
    }
  }
  return order
}
