import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import type { Tables } from '@/lib/server/db/tables'
import type { ByKey, Lined } from './insert-rows'

type Tx = Transaction<Tables>

/** The idempotency key belongs to a recently deleted generation with this `fingerprint`. */
export class KeySpent extends Error {
  override name = 'KeySpent'
  constructor(readonly fingerprint: string) {
    super('the generation of this key was deleted')
  }
}

/** The idempotency key belongs to a different submission. */
export class KeyTaken extends Error {
  override name = 'KeyTaken'
  constructor() {
    super('the key belongs to another submission')
  }
}

/**
 * What a caller may already have made under `key` by another kind of request, which the keys of the rows don't show: generations
 * under `keys` whose fingerprint `isOther`.
 */
export type Rivals = { key: string; keys: readonly string[]; isOther: (fingerprint: string) => boolean }

/** @throws KeyTaken */
export async function refuseRivals(tx: Tx, person: string, { key, keys, isOther }: Rivals): Promise<void> {
  await dialect().enterSection(tx, `key ${person} ${key}`) // two kinds at once don't meet in the index of keys
  const made = await tx
    .selectFrom('generations')
    .select('fingerprint')
    .where('person', '=', person)
    .where('idempotency_key', 'in', keys)
    .execute()
  const deleted = await tx
    .selectFrom('spent_keys')
    .select('fingerprint')
    .where('person', '=', person)
    .where('idempotency_key', 'in', keys)
    .where('until', '>', new Date().toISOString())
    .execute()
  if ([...made, ...deleted].some(({ fingerprint }) => isOther(fingerprint))) throw new KeyTaken()
}

/**
 * The generations that have these keys. Locks them, so that nobody else sends or deletes them meanwhile.
 * @throws KeyTaken
 */
export async function withKeysOf(tx: Tx, known: readonly Lined[]): Promise<ByKey> {
  const [first] = known
  if (!first) return new Map()
  const query = tx
    .selectFrom('generations')
    .select(['id', 'status', 'failure_code', 'fingerprint', 'idempotency_key'])
    .where('person', '=', first.row.person)
    .where('idempotency_key', 'in', keysOf(known))
    .orderBy('id')
  const rows = await dialect().lockRows(query, 'update').execute()
  const earlier = new Map(rows.map((row) => [row.idempotency_key, row]))
  for (const { row, fingerprints = [row.fingerprint] } of known) {
    const other = earlier.get(row.idempotency_key)
    if (other && !fingerprints.includes(other.fingerprint)) throw new KeyTaken()
  }
  return earlier
}

const keysOf = (lined: readonly Lined[]): string[] => lined.flatMap(({ row }) => row.idempotency_key ?? [])

/** @throws KeySpent */
export async function refuseSpentKeys(tx: Tx, lined: readonly Lined[]): Promise<void> {
  const keys = keysOf(lined)
  const [first] = lined
  if (!first || keys.length === 0) return
  const spent = await tx
    .selectFrom('spent_keys')
    .select('fingerprint')
    .where('person', '=', first.row.person)
    .where('idempotency_key', 'in', keys)
    .where('until', '>', first.row.created_at)
    .executeTakeFirst()
  if (spent) throw new KeySpent(spent.fingerprint)
}
