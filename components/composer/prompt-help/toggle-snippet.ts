import { snippetsEn } from '@/lib/shared/messages/en/snippets'
import type { Locale } from '@/lib/shared/messages/locale'
import { PARTS, type Part } from '@/lib/shared/messages/snippet-names'
import { snippetsZh } from '@/lib/shared/messages/zh/snippets'
import { movesIn } from './camera-moves'
import { type Edit, insertSnippet } from './insert-snippet'
import type { TextSpan } from './sentences'
import { bodyOf, findWritten, PLACEHOLDER, shotAt } from './written-snippet'

export const SNIPPETS = { en: snippetsEn, zh: snippetsZh }

/** A snippet in whichever language: its part and its key there. */
export type SnippetId = { part: Part; key: string }

const textsOf = ({ part, key }: SnippetId): string[] =>
  [snippetsEn, snippetsZh].flatMap((snippets) => snippets[part].snippets[key]?.text ?? [])

/** The moves among the camera snippets; handheld goes well with any of them. */
const MOVES = [snippetsEn, snippetsZh].flatMap(({ camera }) =>
  Object.values(camera.snippets).flatMap(({ text }) => (movesIn(text).length > 0 ? [text] : [])),
)

/** The snippets with a placeholder. */
const OPEN = [snippetsEn, snippetsZh].flatMap((snippets) =>
  PARTS.flatMap((part) =>
    Object.values(snippets[part].snippets).flatMap(({ text }) => (PLACEHOLDER.test(text) ? [text] : [])),
  ),
)

/** Whether the shot at the caret has this snippet, in either language. */
export const isWritten = (prompt: string, caret: number, snippet: SnippetId): boolean =>
  findWritten(prompt, textsOf(snippet), shotAt(prompt, caret)) !== null

/** Whether the caret is where a placeholder is being filled in: what follows doesn’t belong into that sentence. */
export function isFillingIn(prompt: string, caret: number): boolean {
  const written = findWritten(prompt, OPEN, shotAt(prompt, caret))
  return written !== null && caret >= written.start && caret <= written.end
}

/** Writes a snippet, or takes it out of the shot that has it. A camera move takes the place of another. */
export function toggleSnippet(prompt: string, caret: number, snippet: SnippetId, language: Locale): Edit {
  const shot = shotAt(prompt, caret)
  const written = findWritten(prompt, textsOf(snippet), shot)
  if (written) return removeSnippet(prompt, written)
  const text = SNIPPETS[language][snippet.part].snippets[snippet.key]?.text ?? ''
  const other = movesIn(text).length > 0 ? findWritten(prompt, MOVES, shot) : null
  return other ? replaceSnippet(other, text) : insertSnippet(prompt, caret, text, snippet.part, language)
}

/** The stop, or the comma before what follows, stays where it is. */
function replaceSnippet({ start, end, text }: TextSpan, by: string): Edit {
  const first = text.charAt(0)
  const isClause = first !== first.toUpperCase()
  const body = bodyOf(by)
  return { from: start, to: end, text: isClause ? body.charAt(0).toLowerCase() + body.slice(1) : body }
}

/** Takes a sentence out with its stop, a clause with one of its commas. */
function removeSnippet(prompt: string, { start, end }: TextSpan): Edit {
  const left = prompt.slice(0, start).replace(/[^\S\n]+$/, '')
  const rest = prompt.slice(end)
  const isFollowed = /^[,;，；、]/.test(rest)
  if (/[,;，；、]$/.test(left) && !isFollowed) return { from: left.length - 1, to: end, text: '' }
  const gap = /^(?:[.!?…。！？]+["”」]?|[,;，；、])?[^\S\n]*/.exec(rest)?.[0].length ?? 0
  const right = rest.slice(gap)
  const to = end + gap
  if (right === '' || right.startsWith('\n')) return { from: left.length, to, text: '' }
  if (isFollowed && !/[,;，；、]$/.test(left))
    return { from: start, to: to + 1, text: right.charAt(0).toUpperCase() }
  return { from: start, to, text: '' }
}
