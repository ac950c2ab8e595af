// Copies a studio's data while it runs: npm run backup -- FOLDER. To restore, use that folder as DATA_DIR.
// The database is copied first: the files it refers to exist by then, so none is missing unless it is deleted meanwhile.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import nextEnv from '@next/env'
import Database from 'libsql'

nextEnv.loadEnvConfig(process.cwd())
const [target = ''] = process.argv.slice(2)
const data = resolve(process.env.DATA_DIR || 'data')
const copy = resolve(target)

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (target === '') refuse('Name a folder for the backup: npm run backup -- FOLDER')
if (process.env.DATABASE_URL) {
  refuse('With PostgreSQL, run pg_dump for the database first, then copy the folder `files` in DATA_DIR.')
}
if (!existsSync(join(data, 'promptreel.db'))) refuse(`There is no Promptreel data in ${data}. Set DATA_DIR.`)
if (existsSync(join(copy, 'promptreel.db'))) {
  refuse(`${copy} already holds a backup. Name another folder, for example with the date.`)
}

process.umask(0o077) // no access for other users of the machine, even in a world-readable folder
mkdirSync(copy, { recursive: true, mode: 0o700 })
const database = new Database(join(data, 'promptreel.db'))
database.prepare('VACUUM INTO ?').run(join(copy, 'promptreel.db'))
database.close()
if (existsSync(join(data, 'files'))) {
  // A link, to another disk perhaps, is followed: a copy of the link would hold no video.
  cpSync(join(data, 'files'), join(copy, 'files'), { recursive: true, dereference: true })
}
console.log(`Backup written to ${copy}`)
