import { isSearch, pageOf } from '@/lib/server/db'
import { ACTIVE, type Generation, STATUSES, type Status } from '@/lib/shared/generation'
import { promptLength } from '@/lib/shared/prompt'
import { folded, SEARCH, wordsOf } from '@/lib/shared/search'
import type { User } from '@/lib/shared/user'
import { invalid } from './invalid-input'
import { toResponse } from './to-response'
import { turns } from './turns'

const MOST = 100 // items a page

type Submission = Partial<Record<'limit' | 'cursor' | 'status' | 'starred' | 'q' | 'scope', string | null>>
type Page = { items: Generation[]; nextCursor: string | null }

/**
 * A person's generations, newest first; with `scope` of `team` what others share instead. `limit` 1 to 100 (24); `status` states divided by commas, or `active`;
 * `starred` 1 for the starred ones;
 * `q` words that the prompt must contain, 500 characters and 32 words at most; `cursor` as the page before gave it. A page may
 * hold less than `limit` and have a `nextCursor` all the same: a search goes through so many prompts at a time.
 * @throws Problem invalid_input | rate_limited
 */
export async function list(user: User, submission: Submission): Promise<Page> {
  const limit = parseLimit(submission.limit || '24')
  const statuses = submission.status ? parseStatuses(submission.status) : null
  const wanted = {
    limit,
    before: submission.cursor || null,
    statuses,
    starred: submission.starred ? parseStarred(submission.starred) : false,
    text: parseSearch(submission.q ?? ''),
    others: parseScope(submission.scope || 'own') === 'team',
  }
  const { lists, searches } = turns()
  const turn = isSearch(wanted) ? searches : lists
  const { rows, next } = await turn.take(user.id, () => pageOf(user.id, wanted))
  return { items: rows.map((row) => toResponse(row, user)), nextCursor: next }
}

function parseLimit(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= MOST) return limit
  throw invalid([{ type: 'out_of_range', field: 'limit', min: 1, max: MOST }])
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
