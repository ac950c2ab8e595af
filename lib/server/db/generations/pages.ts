import { setTimeout as pause } from 'node:timers/promises'
import { type ExpressionBuilder, sql } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { type Db, db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import { ACTIVE, type Status } from '@/lib/shared/generation'
import { wordsOf } from '@/lib/shared/search'
import { FAILED } from '@/lib/shared/view'
import { mayContain } from './prompt-index'
import { type Query, read, type StoredGeneration } from './reading'

type Wanted = {
  limit: number
  /** An id; only older ones. */
  before: string | null
  statuses: Status[] | null
  /** Only starred ones. */
  starred: boolean
  text: string
  /** Folded; only generations that have all of them. */
  tags?: readonly string[]
  /** Shared ones of other people instead of one's own. */
  others?: boolean
}

/** `next`: cursor of the next page, set even when this page isn't full; null at the end. */
type Page = { rows: StoredGeneration[]; next: string | null }

/** Most work for one page. Other requests run between steps. */
const PAGE_MAX = { steps: 20, prompts: 2_000 }
/** Index entries per step, and prompts compared per query. */
const BATCH = { entries: 500, prompts: 100 }

/**
 * A page of a person's generations, newest first, containing all words of `text`. Where no index has the exact answer, a bounded
 * number of candidates is checked, so that no call costs more than a page: it may find fewer, and its cursor says where to go on.
 */
export async function pageOf(user: string, wanted: Wanted): Promise<Page> {
  const query = { ...wanted, statuses: wanted.statuses && inIndex(wanted.statuses) }
  const words = wordsOf(wanted.text)
  if (words.length === 0 && isIndexed(query)) {
    const rows = await read((all) =>
      narrow(all.where('person', '=', user), query, query.limit + 1).$if(query.before !== null, (page) =>
        page.where('id', '<', query.before ?? ''),
      ),
    )
    return full(rows, query.limit)
  }
  if (query.others && query.starred) return { rows: [], next: null } // stars are personal
  return search(user, query, words)
}

/** All matches up to the limit, page by page. */
export async function list(user: string, wanted: Wanted): Promise<StoredGeneration[]> {
  const { rows, next } = await pageOf(user, wanted)
  const limit = wanted.limit - rows.length
  return next === null || limit === 0
    ? rows
    : [...rows, ...(await list(user, { ...wanted, before: next, limit }))]
}

/** True when a query has to scan rows that it may not return. */
export const isSearch = (
  wanted: Pick<Wanted, 'statuses' | 'starred' | 'text' | 'tags' | 'others'>,
): boolean => wordsOf(wanted.text).length > 0 || !isIndexed(wanted)

function full(rows: StoredGeneration[], limit: number): Page {
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

async function search(user: string, given: Wanted, words: string[]): Promise<Page> {
  const wanted = { ...given, tags: await rarestFirst(user, given) }
  const rows: StoredGeneration[] = []
  const size = words.length > 0 ? BATCH.prompts : BATCH.entries
  let { before } = wanted
  for (let step = 0, compared = 0; step < PAGE_MAX.steps; step++) {
    const { ids, end } = await candidates(user, { ...wanted, before }, words)
    for (let from = 0; from < ids.length; from += size) {
      if (words.length > 0 && compared >= PAGE_MAX.prompts) return { rows, next: before }
      const start = performance.now()
      const some = ids.slice(from, from + size)
      const room = wanted.limit + 1 - rows.length
      rows.push(...(await read((all) => narrow(withWords(all.where('id', 'in', some), words), wanted, room))))
      if (rows.length > wanted.limit) return full(rows, wanted.limit)
      compared += some.length
      before = some.at(-1) ?? before
      await letOthersRun(performance.now() - start)
    }
    if (end === null) return { rows, next: null }
    before = end
  }
  return { rows, next: before }
}

/**
 * SQLite runs in this process and stops everything else meanwhile. Resting as long as the last step took leaves others half of the
 * time: a request takes many turns of the event loop, and a step in each of them would make it wait for all of a search.
 */
async function letOthersRun(ms: number): Promise<void> {
  if (dialect().singleProcess) await pause(ms)
}

/** Ids of possible matches, newest first, and the last id scanned; null when the end was reached. */
async function candidates(
  user: string,
  { before, others = false, tags = [] }: Wanted,
  words: string[],
): Promise<{ ids: string[]; end: string | null }> {
  const database = await db()
  const limit = BATCH.entries
  const [tag] = others ? [] : tags
  const entries =
    (tag === undefined ? undefined : await withTag(database, tag, { user, before, limit })) ??
    (await mayContain(database, words, { own: others ? null : user, before, limit })) ??
    (await database
      .selectFrom('generations')
      .select(['id', 'person'])
      .$if(others, (query) => query.where('shared', '=', sql.lit(1)))
      .$if(!others, (query) => query.where('person', '=', user))
      .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute())
  const ids = entries
    .filter((entry) => (entry.person === user) !== others && (before === null || entry.id < before))
    .map(({ id }) => id)
  return { ids, end: entries.length < limit ? null : (entries.at(-1)?.id ?? null) }
}

/** The tags, beginning with the one that fewest of a person's generations have: the list is looked for among those. */
async function rarestFirst(user: string, { tags = [], others = false }: Wanted): Promise<readonly string[]> {
  if (tags.length < 2 || others) return tags
  const database = await db()
  const counts = new Map<string, number>()
  for (const tag of tags) {
    const some = await withTag(database, tag, { user, before: null, limit: PAGE_MAX.prompts })
    counts.set(tag, some.length)
  }
  return tags.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
}

/** A person's newest generations with a tag. It narrows a list more than words do, which may be anywhere. */
async function withTag(
  database: Db,
  tag: string,
  { user, before, limit }: { user: string; before: string | null; limit: number },
): Promise<{ id: string; person: string }[]> {
  return database
    .selectFrom('generation_tags')
    .select(['generation as id', 'person'])
    .where('person', '=', user)
    .where('folded', '=', tag)
    .$if(before !== null, (query) => query.where('generation', '<', before ?? ''))
    .orderBy('generation', 'desc')
    .limit(limit)
    .execute()
}

function narrow(all: Query, { statuses, starred, others = false, tags = [] }: Wanted, limit: number): Query {
  let page = all.limit(limit).orderBy('id', 'desc')
  for (const tag of tags) page = page.where(hasTag(tag))
  if (others) page = page.where('shared', '=', sql.lit(1))
  if (starred) page = page.where('starred', '=', sql.lit(1))
  // Literals, not parameters: only then does SQLite use the partial index.
  if (statuses === null) return page
  return page.where(
    'status',
    'in',
    statuses.map((status) => sql.lit(status)),
  )
}

const hasTag = (tag: string) => (where: ExpressionBuilder<Tables, 'generations'>) =>
  where.exists(
    where
      .selectFrom('generation_tags')
      .select('generation')
      .whereRef('generation', '=', 'generations.id')
      .where('folded', '=', tag),
  )

const withWords = (all: Query, words: string[]): Query =>
  words.reduce((query, word) => query.where(dialect().promptContains(word)), all)

const INDEXED = [ACTIVE, FAILED] as const

const isSame = (one: readonly Status[], other: readonly Status[]): boolean =>
  one.length === other.length && one.every((status) => other.includes(status))

/** Statuses without duplicates, in the order of the partial index. */
function inIndex(statuses: readonly Status[]): Status[] {
  const once = [...new Set(statuses)]
  return [...(INDEXED.find((indexed) => isSame(indexed, once)) ?? once)]
}

/** True when an index holds exactly the generations asked for. */
const isIndexed = ({
  statuses,
  starred,
  others = false,
  tags = [],
}: Omit<Wanted, 'limit' | 'before' | 'text'>): boolean =>
  !others &&
  tags.length === 0 &&
  (starred || statuses === null || INDEXED.some((indexed) => isSame(indexed, inIndex(statuses))))
