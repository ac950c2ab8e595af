/** What a search can be narrowed by: letters and digits, and all signs beyond ASCII. The text is folded. */
const RUNS = /[0-9a-z\u0080-\u{10ffff}]+/gu
const LONGEST = 3

/**
 * Every three characters in a row, and what is left of each run at its end: `koala` has koa, oal, ala, la and a. So any
 * part of any word begins one of them, in languages without spaces, too.
 */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>()
  for (const [run] of folded.matchAll(RUNS)) {
    const characters = [...run]
    for (const start of characters.keys()) grams.add(characters.slice(start, start + LONGEST).join(''))
  }
  return [...grams]
}

/** What a text must have to contain a folded word; shorter than three characters, the beginning of some gram. */
export function gramsIn(word: string): string[] {
  const whole = [...word.matchAll(RUNS)].flatMap(([run]) => {
    const characters = [...run]
    const last = Math.max(0, characters.length - LONGEST)
    return Array.from({ length: last + 1 }, (_, start) => characters.slice(start, start + LONGEST).join(''))
  })
  return [...new Set(whole)]
}

/** Whether a gram of a word is only the beginning of what is looked for. */
export const isBeginning = (gram: string): boolean => [...gram].length < LONGEST
