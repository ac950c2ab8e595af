/** How much a search may hold, in the form in which it is compared: a sentence, not a page. */
export const SEARCH = { characters: 500, words: 32 } as const

/** The form in which words are compared: databases disagree about capitals beyond ASCII, so that is settled here. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a search, in the form in which they are compared, each once; a prompt must contain them all. */
export const wordsOf = (text: string): string[] => [...new Set(folded(text).split(/\s+/).filter(Boolean))]

/** As much of a search from its beginning as is taken. */
export function withinSearch(text: string): string {
  const short = [...text.trim()].slice(0, SEARCH.characters).join('')
  const fits = wordsOf(short).length <= SEARCH.words && [...folded(short)].length <= SEARCH.characters
  return fits
    ? short
    : [...wordsOf(short).slice(0, SEARCH.words).join(' ')].slice(0, SEARCH.characters).join('').trim()
}
