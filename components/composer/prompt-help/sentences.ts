/** A span of a prompt: `start` and `end` (exclusive) in UTF-16 units, without surrounding white space. */
export type TextSpan = { start: number; end: number; text: string }

/** A stop before the closing quote may also end the surrounding sentence. */
const QUOTED = /(["“「])([^"”」\n]*?)([.!?。！？…]?["”」])/g

/** The text with quoted speech blanked out at the same length, because speech contains no directions. */
export const withoutSpeech = (text: string): string =>
  text.replace(
    QUOTED,
    (_, open: string, spoken: string, close: string) => open + '_'.repeat(spoken.length) + close,
  )

const SENTENCE_END = /[.!?…]+["”]?(?=\s|$)|[。！？…]+[”」]?|\n/g

/** Sentences with their stops. A stop inside quotes ends the sentence only if the quotes end there. */
export function sentencesOf(text: string): TextSpan[] {
  const masked = withoutSpeech(text)
  const ends = [...masked.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  return spansOf(text, [...ends, text.length])
}

/** "Shot 2:" and 镜头二： start a new shot, and so does a cut. */
const SHOT =
  /\b(?:shot|scene)\s*\d+\s*[:：.,-]|(?:镜头|分镜)\s*[\d一二三四五六七八九十]+\s*[:：，、]|\bcuts? to\b|切到|切至|切换到/gi

/** The shots of a prompt; without any label or cut it is one. */
export function shotsOf(text: string): TextSpan[] {
  const starts = [...withoutSpeech(text).matchAll(SHOT)].map(({ index }) => index)
  return spansOf(text, [...starts, text.length])
}

export const beginsShot = (sentence: string): boolean => sentence.search(SHOT) === 0

function spansOf(text: string, ends: readonly number[]): TextSpan[] {
  let from = 0
  return ends.flatMap((to) => {
    const part = text.slice(from, to)
    const start = from + part.length - part.trimStart().length
    from = to
    const trimmed = part.trim()
    return trimmed === '' ? [] : [{ start, end: start + trimmed.length, text: trimmed }]
  })
}
