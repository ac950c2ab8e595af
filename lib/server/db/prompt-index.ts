import type { Kysely } from 'kysely'
import { dialect } from './current-dialect'
import type { IndexedPrompt, IndexQuery } from './dialect'
import { gramsIn } from './grams'
import type { Tables } from './tables'

const MOST_GRAMS = 24 // in one search; what is beyond narrows no further

/** Makes prompts be found. What is removed leaves the index by itself. */
export async function addToIndex(tx: Kysely<Tables>, prompts: readonly IndexedPrompt[]): Promise<void> {
  if (prompts.length > 0) await dialect().indexPrompts(tx, prompts)
}

/**
 * The newest `limit` generations that may contain these words, as the index has it: whether they do is left to the
 * caller. undefined: of such words the index knows nothing.
 * @param own of this person; else of everybody, as far as the database finds that sooner
 * @param before an id: only what is older
 */
export async function mayContain(
  db: Kysely<Tables>,
  messages: readonly string[],
  query: IndexQuery,
): Promise<{ id: string; person: string }[] | undefined> {
  const grams = messages.flatMap(gramsIn)
  if (grams.length === 0) return undefined
  const some = grams.toSorted((a, b) => b.length - a.length).slice(0, MOST_GRAMS) // the longest say most
  return dialect().findByGrams(db, some, query)
}
