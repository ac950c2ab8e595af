// Copies a studio's data while it runs: npm run backup -- FOLDER. To restore, put that folder in the place of DATA_DIR.
// The database first: a file that it names was there before, so the copy lacks none, unless it was deleted meanwhile.
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

process.umask(0o077) // for no other user of the machine, also in a folder that stands open
mkdirSync(copy, { recursive: true, mode: 0o700 })
const database = new Database(join(data, 'promptreel.db'))
database.prepare('VACUUM INTO ?').run(join(copy, 'promptreel.db'))
database.close()
if (existsSync(join(data, 'files'))) cpSync(join(data, 'files'), join(copy, 'files'), { recursive: true })
console.log(`Backup written to ${copy}`)
