import { withBasePath } from './base-path'
import { ACTIVE, type Generation, type Status } from './generation'
import { folded, withinSearch, wordsOf } from './search'

/** The gallery's filters. `team` shows what others share; the rest show one's own. */
export const SHOWS = ['all', 'making', 'done', 'failed', 'starred', 'team'] as const
export type Show = (typeof SHOWS)[number]

/** The gallery's filter and search; `text`: words that the prompt must contain. */
export type View = { show: Show; text: string }

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
export function parseView({ show, q }: Parameters): View {
  const [text = ''] = [q].flat()
  return { show: SHOWS.find((known) => known === show) ?? 'all', text: withinSearch(text) }
}

/** The studio's URL for a view. */
export function addressOf({ show, text }: View): string {
  const parameters = new URLSearchParams({ ...(show !== 'all' && { show }), ...(text && { q: text }) })
  return withBasePath(parameters.size === 0 ? '/' : `/?${parameters}`)
}

/** The query parameters of GET /api/generations for a view. */
export const parametersOf = ({
  show,
  text,
}: View): { status?: string; starred?: string; scope?: string; q?: string } => ({
  ...(STATUSES[show] && { status: STATUSES[show].join() }),
  ...(show === 'starred' && { starred: '1' }),
  ...(show === 'team' && { scope: 'team' }),
  ...(text && { q: text }),
})

type Viewed = Pick<Generation, 'status' | 'starred' | 'prompt'> & Partial<Pick<Generation, 'by' | 'shared'>>

/** Whether a view contains a generation. The server's query must agree. */
export function belongs({ show, text }: View, { status, starred, prompt, by = null, shared = true }: Viewed) {
  if ((show === 'team') !== (by !== null) || (show === 'team' && !shared)) return false
  if (show === 'starred' ? !starred : !(STATUSES[show]?.includes(status) ?? true)) return false
  const searched = folded(prompt)
  return wordsOf(text).every((word) => searched.includes(word))
}
