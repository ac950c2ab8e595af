import { setImmediate as others } from 'node:timers/promises'
import { sql } from 'kysely'
import { ACTIVE, type Status } from '@/lib/shared/generation'
import { wordsOf } from '@/lib/shared/search'
import { FAILED } from '@/lib/shared/view'
import { dialect } from './current-dialect'
import { db } from './open'
import { mayContain } from './prompt-index'
import { type Query, read, type StoredGeneration } from './reading'

type Wanted = {
  limit: number
  /** An id: only what is older. */
  before: string | null
  statuses: Status[] | null
  /** Nothing but what is starred. */
  starred: boolean
  text: string
  /** What other people share, instead. */
  others?: boolean
}

/** `next`: where reading on begins, also where no more than a part of what was asked for was found; null: at the end. */
type Page = { rows: StoredGeneration[]; next: string | null }

/** What is looked at for one page, at most: in steps, between which others get their turn. */
const MOST = { steps: 20, prompts: 2_000 }
/** Entries of an index that one step looks up, and prompts that one query compares. */
const AT_ONCE = { entries: 500, prompts: 100 }

/**
 * A person's generations, newest first, with all words of `text`. What no index can tell is looked for among so many
 * at a time, so that no call costs more than a page: it may find less, and says where to go on.
 */
export async function pageOf(user: string, wanted: Wanted): Promise<Page> {
  const query = { ...wanted, statuses: wanted.statuses && inIndex(wanted.statuses) }
  const messages = wordsOf(wanted.text)
  if (messages.length === 0 && isIndexed(query)) {
    const rows = await read((all) =>
      narrow(all.where('person', '=', user), query, query.limit + 1).$if(query.before !== null, (page) =>
        page.where('id', '<', query.before ?? ''),
      ),
    )
    return full(rows, query.limit)
  }
  if (query.others && query.starred) return { rows: [], next: null } // a star is its person's own mark
  return search(user, query, messages)
}

/** All of them up to the limit, page by page. */
export async function list(user: string, wanted: Wanted): Promise<StoredGeneration[]> {
  const { rows, next } = await pageOf(user, wanted)
  const limit = wanted.limit - rows.length
  return next === null || limit === 0
    ? rows
    : [...rows, ...(await list(user, { ...wanted, before: next, limit }))]
}

/** Whether a search has to go through much that it does not give back. */
export const isSearch = (wanted: Pick<Wanted, 'statuses' | 'starred' | 'text' | 'others'>): boolean =>
  wordsOf(wanted.text).length > 0 || !isIndexed(wanted)

function full(rows: StoredGeneration[], limit: number): Page {
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

async function search(user: string, wanted: Wanted, messages: string[]): Promise<Page> {
  const rows: StoredGeneration[] = []
  const size = messages.length > 0 ? AT_ONCE.prompts : AT_ONCE.entries
  let { before } = wanted
  for (let step = 0, compared = 0; step < MOST.steps; step++) {
    const { ids, end } = await candidates(user, { ...wanted, before }, messages)
    for (let from = 0; from < ids.length; from += size) {
      if (messages.length > 0 && compared >= MOST.prompts) return { rows, next: before }
      const some = ids.slice(from, from + size)
      const room = wanted.limit + 1 - rows.length
      rows.push(
        ...(await read((all) => narrow(withMessages(all.where('id', 'in', some), messages), wanted, room))),
      )
      if (rows.length > wanted.limit) return full(rows, wanted.limit)
      compared += some.length
      before = some.at(-1) ?? before
      await others()
    }
    if (end === null) return { rows, next: null }
    before = end
  }
  return { rows, next: before }
}

/** Ids of what may be it, newest first, and how far down that reaches; null: to the end. */
async function candidates(
  user: string,
  { before, others: isTeam = false }: Wanted,
  messages: string[],
): Promise<{ ids: string[]; end: string | null }> {
  const database = await db()
  const limit = AT_ONCE.entries
  const entries =
    (await mayContain(database, messages, { own: isTeam ? null : user, before, limit })) ??
    (await database
      .selectFrom('generations')
      .select(['id', 'person'])
      .$if(isTeam, (query) => query.where('shared', '=', sql.lit(1)))
      .$if(!isTeam, (query) => query.where('person', '=', user))
      .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute())
  const ids = entries
    .filter((entry) => (entry.person === user) !== isTeam && (before === null || entry.id < before))
    .map(({ id }) => id)
  return { ids, end: entries.length < limit ? null : (entries.at(-1)?.id ?? null) }
}

function narrow(all: Query, { statuses, starred, others: isTeam = false }: Wanted, limit: number): Query {
  let page = all.limit(limit).orderBy('id', 'desc')
  if (isTeam) page = page.where('shared', '=', sql.lit(1))
  if (starred) page = page.where('starred', '=', sql.lit(1))
  // Spelled out, not parameters: only so does SQLite see that the index of those alone will do.
  if (statuses === null) return page
  return page.where(
    'status',
    'in',
    statuses.map((status) => sql.lit(status)),
  )
}

const withMessages = (all: Query, messages: string[]): Query =>
  messages.reduce((query, word) => query.where(dialect().promptContains(word)), all)

const INDEXED = [ACTIVE, FAILED] as const

const isSame = (one: readonly Status[], other: readonly Status[]): boolean =>
  one.length === other.length && one.every((status) => other.includes(status))

/** Each state once, and in the order in which an index has them. */
function inIndex(statuses: readonly Status[]): Status[] {
  const once = [...new Set(statuses)]
  return [...(INDEXED.find((indexed) => isSame(indexed, once)) ?? once)]
}

/** Whether an index has the very videos that are asked for, so that none is looked at in vain. */
const isIndexed = ({
  statuses,
  starred,
  others: isTeam = false,
}: Omit<Wanted, 'limit' | 'before' | 'text'>): boolean =>
  !isTeam && (starred || statuses === null || INDEXED.some((indexed) => isSame(indexed, inIndex(statuses))))
