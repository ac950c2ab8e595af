import { isVisible } from './visible-text.js'

/** Limits of a search text, counted after folding: a sentence, not a page. */
export const SEARCH = { characters: 500, words: 32 } as const

/** Case folding for comparison. Done here because databases disagree about case beyond ASCII. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The distinct words of a search that show something, folded; a prompt matches when it contains all of them. */
export const wordsOf = (text: string): string[] => [...new Set(folded(text).split(/\s+/).filter(isVisible))]

/** Cuts a search text to the limits; '' for one that shows nothing. */
export function withinSearch(text: string): string {
  if (!isVisible(text)) return ''
  const short = [...text.trim()].slice(0, SEARCH.characters).join('')
  const isWithin = wordsOf(short).length <= SEARCH.words && [...folded(short)].length <= SEARCH.characters
  return isWithin
    ? short
    : [...wordsOf(short).slice(0, SEARCH.words).join(' ')].slice(0, SEARCH.characters).join('').trim()
}
