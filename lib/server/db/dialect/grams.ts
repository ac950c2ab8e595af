/** Indexed characters: letters and digits, and everything beyond ASCII. Expects folded text. */
const RUNS = /[0-9a-z\u0080-\u{10ffff}]+/gu
const LONGEST = 3

/**
 * All runs of three characters, plus the shorter rest at the end of each word: `koala` gives koa, oal, ala, la and a. Any part of
 * any word therefore starts one of them, which also works for languages without spaces.
 */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>()
  for (const [run] of folded.matchAll(RUNS)) {
    const characters = [...run]
    for (const start of characters.keys()) grams.add(characters.slice(start, start + LONGEST).join(''))
  }
  return [...grams]
}

/** The grams that a text containing this folded word must have. For words under three characters, the start of a gram. */
export function gramsIn(word: string): string[] {
  const whole = [...word.matchAll(RUNS)].flatMap(([run]) => {
    const characters = [...run]
    const last = Math.max(0, characters.length - LONGEST)
    return Array.from({ length: last + 1 }, (_, start) => characters.slice(start, start + LONGEST).join(''))
  })
  return [...new Set(whole)]
}

/** True for a gram under three characters, which is to be matched as a prefix. */
export const isBeginning = (gram: string): boolean => [...gram].length < LONGEST
