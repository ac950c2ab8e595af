import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { licences } from './licences'

/**
 * Makes what `next build` has put into .next/standalone of a checkout a whole: adds what the server serves and starts
 * with, and the licences of everything in it; takes away every file that holds the settings of the machine it was built on.
 * @param root the checkout
 * @throws Error when a package has no licence that is known
 */
export function complete(root: string): void {
  const folder = join(root, '.next/standalone')
  cpSync(join(root, '.next/static'), join(folder, '.next/static'), { recursive: true })
  cpSync(join(root, 'public'), join(folder, 'public'), { recursive: true })
  cpSync(join(root, 'scripts/start-standalone.mjs'), join(folder, 'start.mjs'))
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licences(root, folder))
  removeSettings(folder)
}

/** Next copies .env files along, and a public or static folder may hold a stray one: secrets, all of them. */
function removeSettings(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/^\.env/.test(basename(path))) rmSync(join(folder, path), { recursive: true, force: true })
  }
}
