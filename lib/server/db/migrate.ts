import { type Kysely, Migrator } from 'kysely'
import { CannotOpen, isPassing } from './dialect/database-problem'
import type { Dialect } from './dialect/dialect'
import * as first from './migrations/001-first'
import * as views from './migrations/002-views'
import * as waits from './migrations/003-waits'
import * as search from './migrations/005-search'
import * as users from './migrations/010-people'
import * as taskids from './migrations/011-taskids'
import * as spentKeys from './migrations/012-spent-keys'
import * as following from './migrations/014-following'
import * as endedAccess from './migrations/016-ended-access'
import * as models from './migrations/017-models'
import * as givenImages from './migrations/018-given-images'
import * as releasedImages from './migrations/019-released-images'
import * as seed from './migrations/020-seed'
import * as queue from './migrations/021-queue'
import * as presets from './migrations/022-presets'
import * as tags from './migrations/023-tags'
import * as spend from './migrations/024-spend'
import * as batches from './migrations/025-batches'
import type { Tables } from './tables'

/** Run in order of their names. */
const migrationsFor = ({ name }: Pick<Dialect, 'name'>) => ({
  '001-first': first,
  '002-views': views,
  '003-waits': waits,
  '005-search': { up: (db: Kysely<unknown>) => search.up(db, name) },
  '010-people': users,
  '011-taskids': taskids,
  '012-spent-keys': spentKeys,
  '014-following': following,
  '016-ended-access': endedAccess,
  '017-models': models,
  '018-given-images': givenImages,
  '019-released-images': releasedImages,
  '020-seed': seed,
  '021-queue': queue,
  '022-presets': presets,
  '023-tags': tags,
  '024-spend': spend,
  '025-batches': batches,
})

/**
 * Migrates the database to the latest version. Safe when several processes start together: the migrator takes a database lock,
 * so each migration runs once.
 * @throws CannotOpen when the database was made by a newer version, or when a migration fails, which changes nothing
 */
export async function migrate(db: Kysely<Tables>, dialect: Pick<Dialect, 'name'>): Promise<void> {
  const provider = { getMigrations: async () => migrationsFor(dialect) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw notMigrated(error)
}

function notMigrated(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error)
  if (isPassing(error)) return error
  const [, newer] = /previously executed migration (\S+) is missing/.exec(message) ?? []
  return new CannotOpen(
    newer
      ? `The database was made by a newer version of Promptreel, with migration ${newer}. Start that version, or restore a backup from before the upgrade.`
      : `Migrating the database failed and changed nothing: ${message}. Go back to the previous version of Promptreel, and report this.`,
    { cause: error },
  )
}
