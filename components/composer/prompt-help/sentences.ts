/** A stretch of a prompt: `start` and `end` (exclusive) in UTF-16 units, without the white space around it. */
export type Stretch = { start: number; end: number; text: string }

/** A stop before the closing quote may end the sentence around the quotes too. */
const QUOTED = /(["“「])([^"”」\n]*?)([.!?。！？…]?["”」])/g

/** The same text with what is spoken in it blanked out, at the same length: it holds no directions. */
export const withoutSpeech = (text: string): string =>
  text.replace(
    QUOTED,
    (_, open: string, spoken: string, close: string) => open + '_'.repeat(spoken.length) + close,
  )

const SENTENCE_END = /[.!?…]+["”]?(?=\s|$)|[。！？…]+[”」]?|\n/g

/** Sentences with their stops. A stop inside of quotes ends the sentence only where the quotes end. */
export function sentencesOf(text: string): Stretch[] {
  const masked = withoutSpeech(text)
  const ends = [...masked.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  return stretches(text, [...ends, text.length])
}

/** "Shot 2:" and 镜头二： begin a new shot, and so does a cut. */
const SHOT =
  /\b(?:shot|scene)\s*\d+\s*[:：.,-]|(?:镜头|分镜)\s*[\d一二三四五六七八九十]+\s*[:：，、]|\bcuts? to\b|切到|切至|切换到/gi

/** The shots that a prompt asks for; a prompt without any mark is one. */
export function shotsOf(text: string): Stretch[] {
  const starts = [...withoutSpeech(text).matchAll(SHOT)].map(({ index }) => index)
  return stretches(text, [...starts, text.length])
}

export const beginsShot = (sentence: string): boolean => sentence.search(SHOT) === 0

function stretches(text: string, ends: readonly number[]): Stretch[] {
  let from = 0
  return ends.flatMap((to) => {
    const part = text.slice(from, to)
    const start = from + part.length - part.trimStart().length
    from = to
    const trimmed = part.trim()
    return trimmed === '' ? [] : [{ start, end: start + trimmed.length, text: trimmed }]
  })
}
