import { withBasePath } from './base-path'
import { ACTIVE, type Generation, type Status } from './generation'
import { folded, withinSearch, wordsOf } from './search'
import { TAGS } from './tags'
import { isVisible } from './visible-text.js'

/** The gallery's filters. `team` shows what others share; the rest show one's own. */
export const SHOWS = ['all', 'making', 'done', 'failed', 'starred', 'team'] as const
export type Show = (typeof SHOWS)[number]

/** The gallery's filter and search; `text`: words that the prompt must contain; `tag`: one that it must have. */
export type View = { show: Show; text: string; tag?: string | undefined }

export const ALL: View = { show: 'all', text: '' }
export const MAKING: View = { show: 'making', text: '' }

/** Statuses that ended without a video, or may have. */
export const FAILED = ['failed', 'rejected', 'unknown'] as const satisfies Status[]

const STATUSES: Partial<Record<Show, readonly Status[]>> = {
  making: ACTIVE,
  done: ['completed'],
  failed: FAILED,
}

type Parameters = Record<string, string | string[] | undefined>

/** Reads a view from URL parameters; invalid ones are ignored. */
export function parseView({ show, q, tag }: Parameters): View {
  const [text = '', given = ''] = [q, tag].map((values) => [values].flat()[0])
  return {
    show: SHOWS.find((known) => known === show) ?? 'all',
    text: withinSearch(text),
    ...(isVisible(given) && { tag: [...given.trim()].slice(0, TAGS.characters).join('') }),
  }
}

/** The studio's URL for a view. */
export function addressOf({ show, text, tag }: View): string {
  const parameters = new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...(text && { q: text }),
    ...(tag && { tag }),
  })
  return withBasePath(parameters.size === 0 ? '/' : `/?${parameters}`)
}

/** The query parameters of GET /api/generations for a view. */
export const parametersOf = ({
  show,
  text,
  tag,
}: View): { status?: string; starred?: string; scope?: string; q?: string; tag?: string } => ({
  ...(STATUSES[show] && { status: STATUSES[show].join() }),
  ...(show === 'starred' && { starred: '1' }),
  ...(show === 'team' && { scope: 'team' }),
  ...(text && { q: text }),
  ...(tag && { tag }),
})

type Viewed = Pick<Generation, 'status' | 'starred' | 'prompt'> &
  Partial<Pick<Generation, 'by' | 'shared' | 'tags'>>

/** Whether a view contains a generation. The server's query must agree. */
export function belongs(
  { show, text, tag }: View,
  { status, starred, prompt, by = null, shared = true, tags = [] }: Viewed,
) {
  if ((show === 'team') !== (by !== null) || (show === 'team' && !shared)) return false
  if (show === 'starred' ? !starred : !(STATUSES[show]?.includes(status) ?? true)) return false
  if (tag && !tags.some((one) => folded(one) === folded(tag))) return false
  const searched = folded(prompt)
  return wordsOf(text).every((word) => searched.includes(word))
}
