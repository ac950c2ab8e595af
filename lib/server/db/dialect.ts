import type { Expression, Kysely, SelectQueryBuilder, SqlBool, Transaction } from 'kysely'
import type { Tables } from './tables'

/**
 * How rows that a transaction reads are held until it ends. `update`: for this transaction alone; `update-skip-locked`:
 * those that another holds are left out; `key-share`: nobody may remove them.
 */
export type RowLock = 'update' | 'update-skip-locked' | 'key-share'

/** A prompt as it is indexed: folded, so that it can be compared with the words of a search. */
export type IndexedPrompt = { id: string; searched: string }

/** `own`: of this person. `before`: an id, only what is older. */
export type IndexQuery = { own: string | null; before: string | null; limit: number }

/** All that differs between the databases; a driver is one such value. What both must do is `testing/db/dialect-contract.ts`. */
export type Dialect = {
  readonly name: 'sqlite' | 'postgres'
  /** No other process can have the database open: whatever was held when this one started is held by nobody. */
  readonly singleProcess: boolean
  /**
   * Connects, and has `migrate` bring the database up to date.
   * @throws CannotOpen when trying again cannot help
   */
  open(migrate: (db: Kysely<Tables>) => Promise<void>): Promise<Kysely<Tables>>
  lockRows<Table extends keyof Tables, Row>(
    query: SelectQueryBuilder<Tables, Table, Row>,
    lock: RowLock,
  ): SelectQueryBuilder<Tables, Table, Row>
  /** Waits until no other transaction is in the section of this name, and keeps others out until this one ends. */
  enterSection(tx: Transaction<Tables>, name: string): Promise<void>
  /** Whether a generation's prompt contains a folded word, taken literally. */
  promptContains(word: string): Expression<SqlBool>
  /** Adds prompts to the index of grams. What is removed leaves it by itself. */
  indexPrompts(tx: Kysely<Tables>, prompts: readonly IndexedPrompt[]): Promise<void>
  /** The newest generations whose prompts have all these grams, of everybody where that is found sooner. */
  findByGrams(
    db: Kysely<Tables>,
    grams: readonly string[],
    query: IndexQuery,
  ): Promise<{ id: string; person: string }[]>
}
