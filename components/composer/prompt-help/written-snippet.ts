import { isWithin } from './insert-snippet'
import { shotsOf, type TextSpan, withoutSpeech } from './sentences'

/** What a snippet leaves open: [your product]. */
export const PLACEHOLDER = /\[[^\]]+\]|【[^】]+】/

/** A snippet without its stop, as it also stands within a sentence. */
export const bodyOf = (text: string): string => text.replace(/[.。]$/, '')

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** At the start of a sentence or clause, up to its end. A placeholder may have been filled in. */
function patternOf(text: string): RegExp {
  const body = bodyOf(text)
  const [before = '', after] = body.split(PLACEHOLDER)
  const words = after === undefined ? escaped(body) : `${escaped(before)}[^.!?。！？\\n]+?${escaped(after)}`
  const end = /["”」]$/.test(body) ? '' : '(?=\\s*(?:[.!?…。！？,，;；、\\n]|$))'
  return new RegExp(`(?<=(?:^|[.!?…。！？:：,，;；、"”」\\n])\\s*)${words}${end}`, 'gi')
}

/** Where one of these snippets is written between two positions, without its stop; null if nowhere. Speech doesn’t count. */
export function findWritten(
  prompt: string,
  texts: readonly string[],
  { start, end }: Pick<TextSpan, 'start' | 'end'>,
): TextSpan | null {
  const masked = withoutSpeech(prompt)
  for (const text of texts) {
    for (const { index, 0: found } of prompt.matchAll(patternOf(text))) {
      const span = { start: index, end: index + found.length, text: found }
      if (span.start >= start && span.end <= end && masked.charAt(index) !== '_') return span
    }
  }
  return null
}

/** The shot that a snippet would be written into: that of the caret if it was placed, else the last. */
export function shotAt(prompt: string, caret: number): Pick<TextSpan, 'start' | 'end'> {
  const shots = shotsOf(prompt)
  const at = isWithin(prompt, caret) ? caret : prompt.length
  return shots.filter(({ start }) => start <= at).at(-1) ?? { start: 0, end: prompt.length }
}
