import type { Kysely } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import type { IndexedPrompt, IndexQuery } from '@/lib/server/db/dialect/dialect'
import { gramsIn } from '@/lib/server/db/dialect/grams'
import type { Tables } from '@/lib/server/db/tables'

const MAX_GRAMS = 24 // per search; more would hardly narrow it

/** Adds prompts to the search index. Deleted generations leave it automatically. */
export async function addToIndex(tx: Kysely<Tables>, prompts: readonly IndexedPrompt[]): Promise<void> {
  if (prompts.length > 0) await dialect().indexPrompts(tx, prompts)
}

/**
 * The newest `limit` generations that may contain these words, according to the index; the caller must verify. undefined: the index
 * can't narrow these words. See IndexQuery for `own` and `before`.
 */
export async function mayContain(
  db: Kysely<Tables>,
  words: readonly string[],
  query: IndexQuery,
): Promise<{ id: string; person: string }[] | undefined> {
  const grams = words.flatMap(gramsIn)
  if (grams.length === 0) return undefined
  const some = grams.toSorted((a, b) => b.length - a.length).slice(0, MAX_GRAMS) // the longest are the most selective
  return dialect().findByGrams(db, some, query)
}
