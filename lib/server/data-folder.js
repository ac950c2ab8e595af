// In JavaScript, so that Node can load it without a build, as config.js.
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { ConfigError } from './config.js'

/** What DATA_DIR holds, apart from the database. */
const FOLDERS = ['', '/files', '/tmp', '/journal']

/** The disk is full: space can be freed while the server runs. */
const PASSING = ['ENOSPC', 'EDQUOT']

/**
 * Creates DATA_DIR where it is missing, and sees that files can be made in it. Videos and photos are stored there with either database.
 * @param {string} folder
 * @throws ConfigError with a sentence for the operator
 */
export function checkDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of FOLDERS) if (isThere(folder + name)) checkFolder(folder + name)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && PASSING.includes(`${cause.code}`)) return
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(
      `Promptreel can’t write to DATA_DIR, which is ${folder} (${reason}). Make it writable for the user that runs Promptreel, or set another DATA_DIR.`,
      { cause },
    )
  }
}

/**
 * True also for a link that leads nowhere, in whose place no folder can be made.
 * @param {string} path
 */
const isThere = (path) => lstatSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false }) !== undefined

/** @param {string} path */
function checkFolder(path) {
  if (!statSync(/* turbopackIgnore: true */ path).isDirectory()) throw new Error(`${path} is not a folder`)
  accessSync(/* turbopackIgnore: true */ path, constants.R_OK | constants.W_OK | constants.X_OK)
  // Only trying tells: permissions don't show an access list, a quota of zero or a server that maps root to nobody.
  rmdirSync(mkdtempSync(/* turbopackIgnore: true */ `${path}/probe-`))
}
