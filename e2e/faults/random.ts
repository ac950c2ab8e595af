export type Random = {
  /** A whole number from 0 to n - 1. */
  below(n: number): number
  /** True with a probability of `percent` %. */
  in100(percent: number): boolean
  /** @throws Error when there is nothing to pick from */
  pick<T>(from: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** Deals all cards in random order, then reshuffles: no card is left out for long. */
  deck<T>(cards: readonly T[]): () => T
}

/** A seeded pseudo-random generator (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  function shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
  function pick<T>(from: readonly T[]): T {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  function deck<T>(cards: readonly T[]): () => T {
    let left: T[] = []
    return () => {
      if (left.length === 0) left = shuffled(cards)
      const card = left.pop()
      if (card === undefined) throw new Error('a deck without cards')
      return card
    }
  }
  return { below, in100: (percent) => below(100) < percent, pick, shuffled, deck }
}
