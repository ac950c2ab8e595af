import type { Locale } from '@/lib/shared/messages/locale'
import { PARTS, type Part } from '@/lib/shared/messages/snippet-names'
import { partOf } from './part-of'
import { beginsShot, sentencesOf, withoutSpeech } from './sentences'

/** What is to be done to a text: put `text` in place of what stands from `from` to `to`, in UTF-16 units. */
export type Edit = { from: number; to: number; text: string }

export const SIGNS = {
  en: { stop: '.', pause: ',', space: ' ' },
  zh: { stop: '。', pause: '，', space: '' },
} as const

/** Whether the caret was put somewhere: at the very beginning or end it is where it happened to be. */
export const isWithin = (prompt: string, caret: number): boolean =>
  prompt.slice(0, caret).trim() !== '' && prompt.slice(caret).trim() !== ''

const LATIN = /[\p{Script=Latin}\p{N}'’-]/u

/** Behind what must not be torn apart: a word, something spoken, a stop. Chinese has no gaps to look for. */
function behind(prompt: string, caret: number): number {
  const masked = withoutSpeech(prompt)
  const skip = (at: number, pattern: RegExp) => at + (pattern.exec(prompt.slice(at))?.[0].length ?? 0)
  let at = caret
  while (masked.charAt(at) === '_') at++
  if (at > caret) return skip(at, /^[.!?…。！？]*["”」]?[.!?…。！？]*/)
  if (LATIN.test(prompt.charAt(at - 1))) while (LATIN.test(prompt.charAt(at))) at++
  return skip(at, /^[.!?…。！？]+["”」]?/)
}

/** Before those sentences at the end that come later in the working order, but not out of the last shot. */
function byOrder(prompt: string, part: Part): number {
  const sentences = sentencesOf(prompt)
  const stays = sentences.findLastIndex(({ text }) => {
    const other = partOf(text)
    return other === null || beginsShot(text) || PARTS.indexOf(other) <= PARTS.indexOf(part)
  })
  return stays === sentences.length - 1 ? prompt.length : (sentences[stays]?.end ?? 0)
}

/**
 * Puts a piece, which is a sentence of its own, into a prompt: at the caret when that is within the text, else where
 * the working order has its place. Within a sentence it becomes a clause between commas.
 */
export function insertSnippet(
  prompt: string,
  caret: number,
  snippet: string,
  part: Part,
  language: Locale,
): Edit {
  const { stop, pause, space } = SIGNS[language]
  const at = isWithin(prompt, caret) ? behind(prompt, caret) : byOrder(prompt, part)
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
