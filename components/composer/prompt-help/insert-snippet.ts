import type { Locale } from '@/lib/shared/messages/locale'
import { PARTS, type Part } from '@/lib/shared/messages/snippet-names'
import { partOf } from './part-of'
import { beginsShot, sentencesOf, withoutSpeech } from './sentences'

/** Replaces the text between `from` and `to` (UTF-16 units) by `text`. */
export type Edit = { from: number; to: number; text: string }

export const SIGNS = {
  en: { stop: '.', pause: ',', space: ' ' },
  zh: { stop: '。', pause: '，', space: '' },
} as const

/** Whether the user placed the caret: at the very beginning or end it may be there by chance. */
export const isWithin = (prompt: string, caret: number): boolean =>
  prompt.slice(0, caret).trim() !== '' && prompt.slice(caret).trim() !== ''

const LATIN = /[\p{Script=Latin}\p{N}'’-]/u

/** The next position that doesn’t split a word, a quotation or a stop. Chinese has no word gaps to look for. */
function nextBreak(prompt: string, caret: number): number {
  const masked = withoutSpeech(prompt)
  const skip = (at: number, pattern: RegExp) => at + (pattern.exec(prompt.slice(at))?.[0].length ?? 0)
  let at = caret
  while (masked.charAt(at) === '_') at++
  if (at > caret) return skip(at, /^[.!?…。！？]*["”」]?[.!?…。！？]*/)
  if (LATIN.test(prompt.charAt(at - 1))) while (LATIN.test(prompt.charAt(at))) at++
  return skip(at, /^[.!?…。！？]+["”」]?/)
}

/** The position before the trailing sentences of later parts, but within the last shot. */
function positionByOrder(prompt: string, part: Part): number {
  const sentences = sentencesOf(prompt)
  const stays = sentences.findLastIndex(({ text }) => {
    const other = partOf(text)
    return other === null || beginsShot(text) || PARTS.indexOf(other) <= PARTS.indexOf(part)
  })
  return stays === sentences.length - 1 ? prompt.length : (sentences[stays]?.end ?? 0)
}

/**
 * Inserts a snippet, a sentence of its own: at the caret if that is within the text, else where the order of parts
 * puts it. Within a sentence it becomes a clause between commas.
 */
export function insertSnippet(
  prompt: string,
  caret: number,
  snippet: string,
  part: Part,
  language: Locale,
): Edit {
  const { stop, pause, space } = SIGNS[language]
  const at = isWithin(prompt, caret) ? nextBreak(prompt, caret) : positionByOrder(prompt, part)
  const left = prompt.slice(0, at).replace(/[^\S\n]+$/, '')
  const right = prompt.slice(at).replace(/^[^\S\n]+/, '')
  const position = { from: left.length, to: prompt.length - right.length }

  const ends = right === '' || right.startsWith('\n')
  const begins = left === '' || left.endsWith('\n')
  const gap = begins ? '' : space
  if (begins || /[.!?…。！？:：]["”」]?$/.test(left))
    return { ...position, text: `${gap}${snippet}${ends ? '' : space}` }

  const clause = snippet.charAt(0).toLowerCase() + snippet.slice(1)
  const paused = /[,;，；、]$/.test(left)
  if (ends) return { ...position, text: paused ? `${gap}${clause}` : `${stop}${space}${snippet}` }
  const opening = paused ? gap : `${pause}${space}`
  const closing = /^[,;，；、]/.test(right) ? '' : `${pause}${space}`
  return { ...position, text: `${opening}${clause.replace(/[.。]$/, '')}${closing}` }
}
