import { records } from '@/lib/server/store'
import { ACTIVE, type Generation, STATUSES, type Status } from '@/lib/shared/generation'
import type { Person } from '@/lib/shared/person'
import { present } from './present'
import { invalid } from './refuse'

const MOST = 100 // items a page

type Wish = Partial<Record<'limit' | 'cursor' | 'status' | 'starred' | 'q' | 'scope', string | null>>
type Page = { items: Generation[]; nextCursor: string | null }

/**
 * A person's generations, newest first; with `scope` of `team` what others share instead. `limit` 1 to 100 (24); `status` states divided by commas, or `active`;
 * `starred` 1 for the starred ones;
 * `q` words that the prompt must contain; `cursor` as the page before gave it.
 * @throws Problem invalid_input
 */
export async function list(person: Person, wish: Wish): Promise<Page> {
  const limit = parseLimit(wish.limit || '24')
  const statuses = wish.status ? parseStatuses(wish.status) : null
  const found = await records.list(person.id, {
    limit: limit + 1,
    before: wish.cursor || null,
    statuses,
    starred: wish.starred ? parseStarred(wish.starred) : false,
    text: wish.q ?? '',
    others: parseScope(wish.scope || 'own') === 'team',
  })
  const items = found.slice(0, limit).map((row) => present(row, person))
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

function parseLimit(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= MOST) return limit
  throw invalid([{ is: 'out_of_range', field: 'limit', min: 1, max: MOST }])
}

function parseStarred(text: string): true {
  if (text === '1') return true
  throw invalid([{ is: 'not_one_of', field: 'starred', allowed: ['1'] }])
}

function parseScope(text: string): 'own' | 'team' {
  if (text === 'own' || text === 'team') return text
  throw invalid([{ is: 'not_one_of', field: 'scope', allowed: ['own', 'team'] }])
}

function parseStatuses(text: string): Status[] {
  return text.split(',').flatMap((name) => {
    if (name === 'active') return [...ACTIVE]
    const status = STATUSES.find((known) => known === name)
    if (status) return [status]
    throw invalid([{ is: 'not_one_of', field: 'status', allowed: [...STATUSES, 'active'] }])
  })
}
