/** The form in which words are compared: databases disagree about capitals beyond ASCII, so that is settled here. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a search, in the form in which they are compared; a prompt must contain them all. */
export const wordsOf = (text: string): string[] => folded(text).split(/\s+/).filter(Boolean)
