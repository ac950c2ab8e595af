import type { Transaction } from 'kysely'
import { ulid } from 'ulid'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { type Db, db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import { parseJson } from '@/lib/shared/parse-json'
import { NO_PRICES, type Prices, priceSchema } from '@/lib/shared/spend/prices'

/** The prices that apply now, within a transaction if one is given. Such as can't be read count as none. */
export async function currentPrices(given?: Db): Promise<Prices> {
  const database = given ?? (await db())
  const newest = await database.selectFrom('prices').select('body').orderBy('id', 'desc').executeTakeFirst()
  return priceSchema.safeParse(parseJson(newest?.body ?? '')).data ?? NO_PRICES
}

/** Adds a version of the prices. Earlier ones are kept, and what was written down by them stays as it is. */
export async function addPrices(
  tx: Transaction<Tables>,
  person: string,
  change: Partial<Prices>,
): Promise<void> {
  await dialect().enterSection(tx, 'prices')
  const body = JSON.stringify({ ...(await currentPrices(tx)), ...change })
  const newest = await tx.selectFrom('prices').select('created_at').orderBy('id', 'desc').executeTakeFirst()
  // The newest counts, even after the clock was set back.
  const at = Math.max(Date.now(), Date.parse(newest?.created_at ?? '1970-01-01') + 1)
  const created_at = new Date(at).toISOString()
  await tx
    .insertInto('prices')
    .values({ id: ulid(at), person, body, created_at })
    .execute()
}
