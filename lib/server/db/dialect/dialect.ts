import type { Expression, Kysely, SelectQueryBuilder, SqlBool, Transaction } from 'kysely'
import type { Tables } from '@/lib/server/db/tables'

/**
 * Row locks held until the transaction ends. `update`: exclusive; `update-skip-locked`: exclusive, skipping rows that another
 * transaction has locked; `key-share`: prevents deletion.
 */
type RowLock = 'update' | 'update-skip-locked' | 'key-share'

/** A prompt for the index: case-folded and normalised, like the words of a search. */
export type IndexedPrompt = { id: string; searched: string }

/** `own`: only this person's, null for everybody's. `before`: an id; only older ones. */
export type IndexQuery = { own: string | null; before: string | null; limit: number }

/** Everything that differs between the databases; each driver is one such value. Contract: `testing/db/dialect-contract.ts`. */
export type Dialect = {
  readonly name: 'sqlite' | 'postgres'
  /** True when no other process can have the database open, so leases from before this process started are void. */
  readonly singleProcess: boolean
  /**
   * Connects and runs `migrate`.
   * @throws CannotOpen when retrying can't help
   */
  open(migrate: (db: Kysely<Tables>) => Promise<void>): Promise<Kysely<Tables>>
  lockRows<Table extends keyof Tables, Row>(
    query: SelectQueryBuilder<Tables, Table, Row>,
    lock: RowLock,
  ): SelectQueryBuilder<Tables, Table, Row>
  /** Enters a named critical section, exclusive until the transaction ends. */
  enterSection(tx: Transaction<Tables>, name: string): Promise<void>
  /** Condition that a generation's prompt contains a folded word, without wildcards. */
  promptContains(word: string): Expression<SqlBool>
  /** Adds prompts to the gram index. Deleted generations leave it automatically. */
  indexPrompts(tx: Kysely<Tables>, prompts: readonly IndexedPrompt[]): Promise<void>
  /** The newest generations whose prompts contain all these grams; may include other people's where that query is faster. */
  findByGrams(
    db: Kysely<Tables>,
    grams: readonly string[],
    query: IndexQuery,
  ): Promise<{ id: string; person: string }[]>
}
