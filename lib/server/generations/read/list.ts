import { isSearch, pageOf } from '@/lib/server/db'
import { parseTags } from '@/lib/server/generations/change/parse-tags'
import { invalid } from '@/lib/server/invalid-input'
import { turns } from '@/lib/server/turns'
import { ACTIVE, type Generation, STATUSES, type Status } from '@/lib/shared/generation'
import { promptLength } from '@/lib/shared/prompt'
import { folded, SEARCH, wordsOf } from '@/lib/shared/search'
import type { User } from '@/lib/shared/user'
import { respondAll } from './respond'

const MAX_ITEMS = 100

type Query = Partial<Record<'limit' | 'cursor' | 'status' | 'starred' | 'q' | 'scope', string | null>> & {
  tag?: string | readonly string[]
}
type Page = { items: Generation[]; nextCursor: string | null }

/**
 * Lists a person's generations, newest first; with `scope=team`, those that others share.
 *
 * - `limit`: 1 to 100, default 24
 * - `status`: statuses separated by commas, or `active`
 * - `starred`: `1` for starred ones only
 * - `q`: words that the prompt must contain; at most 500 characters and 32 words
 * - `tag`: tags that it must have, all of them; at most 20
 * - `cursor`: `nextCursor` of the page before
 *
 * A page may hold fewer than `limit` items and still have a `nextCursor`: a search scans a bounded number of prompts per page.
 * @throws Problem invalid_input | rate_limited
 */
export async function list(user: User, query: Query): Promise<Page> {
  const limit = parseLimit(query.limit || '24')
  const statuses = query.status ? parseStatuses(query.status) : null
  const wanted = {
    limit,
    before: query.cursor || null,
    statuses,
    starred: query.starred ? parseStarred(query.starred) : false,
    text: parseSearch(query.q ?? ''),
    tags: parseTagFilter([query.tag ?? []].flat()),
    others: parseScope(query.scope || 'own') === 'team',
  }
  const { lists, searches } = turns()
  const turn = isSearch(wanted) ? searches : lists
  const { rows, next } = await turn.take(user.id, () => pageOf(user.id, wanted))
  return { items: await respondAll(rows, user), nextCursor: next }
}

function parseLimit(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= MAX_ITEMS) return limit
  throw invalid([{ type: 'out_of_range', field: 'limit', min: 1, max: MAX_ITEMS }])
}

function parseSearch(text: string): string {
  const length = promptLength(folded(text))
  if (length > SEARCH.characters)
    throw invalid([{ type: 'too_long', field: 'q', limit: SEARCH.characters, length }])
  const count = wordsOf(text).length
  if (count > SEARCH.words)
    throw invalid([{ type: 'too_many_words', field: 'q', limit: SEARCH.words, count }])
  return text
}

/** Empty ones count as none, as with every other filter. */
function parseTagFilter(given: readonly string[]): string[] {
  const { tags, reasons } = parseTags(given.filter(Boolean), 'tag')
  const [first, ...rest] = reasons
  if (first) throw invalid([first, ...rest])
  return tags.map(folded)
}

function parseStarred(text: string): true {
  if (text === '1') return true
  throw invalid([{ type: 'not_one_of', field: 'starred', allowed: ['1'] }])
}

function parseScope(text: string): 'own' | 'team' {
  if (text === 'own' || text === 'team') return text
  throw invalid([{ type: 'not_one_of', field: 'scope', allowed: ['own', 'team'] }])
}

function parseStatuses(text: string): Status[] {
  return text.split(',').flatMap((name) => {
    if (name === 'active') return [...ACTIVE]
    const status = STATUSES.find((known) => known === name)
    if (status) return [status]
    throw invalid([{ type: 'not_one_of', field: 'status', allowed: [...STATUSES, 'active'] }])
  })
}
