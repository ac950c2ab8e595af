import { dialect } from './dialect/current-dialect'
import { db } from './open'
import type { PresetRow } from './tables'

/** With its maker's name, where there are accounts. */
export type StoredPreset = PresetRow & { maker: string | null }

/** Shared presets of others in one list; the newest are listed. */
const MAX_SHARED = 1_000

/**
 * Adds a preset. One person's are added one by one, so that they are never more than `max`.
 * @returns `taken` when the person has one of this name in the same scope, `full` when they have `max`
 */
async function add(row: PresetRow, max: number): Promise<'added' | 'taken' | 'full'> {
  return (await db()).transaction().execute(async (tx) => {
    await dialect().enterSection(tx, `presets ${row.person}`)
    const { count } = await tx
      .selectFrom('presets')
      .select((of) => of.fn.countAll().as('count'))
      .where('person', '=', row.person)
      .executeTakeFirstOrThrow()
    if (Number(count) >= max) return 'full'
    const added = await tx
      .insertInto('presets')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person', 'shared', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return added ? 'added' : 'taken'
  })
}

const presets = async () =>
  (await db())
    .selectFrom('presets')
    .leftJoin('people', 'people.id', 'presets.person')
    .selectAll('presets')
    .select('people.name as maker')
    .orderBy('presets.id', 'desc')

/** A person's own presets, then those that others share; newest first. */
async function list(person: string): Promise<StoredPreset[]> {
  const own = await (await presets()).where('presets.person', '=', person).execute()
  const shared = await (await presets())
    .where('presets.shared', '=', 1)
    .where('presets.person', '!=', person)
    .limit(MAX_SHARED)
    .execute()
  return [...own, ...shared]
}

/**
 * Deletes a preset.
 * @param shared whether also one that another person shares
 * @returns false when there is none that this person may delete
 */
async function remove(id: string, person: string, shared: boolean): Promise<boolean> {
  const removed = await (await db())
    .deleteFrom('presets')
    .where('id', '=', id)
    .where(({ eb, or }) => or([eb('person', '=', person), ...(shared ? [eb('shared', '=', 1)] : [])]))
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** Saved prompts with settings. */
export const presetRecords = { add, list, remove }
