import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { licences } from './licences'

/**
 * Completes .next/standalone after `next build`: adds static files, the start script and the licences of everything in it,
 * and removes every file with settings of the build machine.
 * @param root folder of the checkout
 * @throws Error when a package has no known licence
 */
export function complete(root: string): void {
  const folder = join(root, '.next/standalone')
  cpSync(join(root, '.next/static'), join(folder, '.next/static'), { recursive: true })
  cpSync(join(root, 'public'), join(folder, 'public'), { recursive: true })
  cpSync(join(root, 'scripts/start-standalone.mjs'), join(folder, 'start.mjs'))
  cpSync(join(root, 'scripts/listening.mjs'), join(folder, 'listening.mjs')) // start.mjs imports it
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licences(root, folder))
  removeSettings(folder)
}

/** Removes .env files: Next copies them, and a public or static folder may contain a stray one. All may hold secrets. */
function removeSettings(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/^\.env/.test(basename(path))) rmSync(join(folder, path), { recursive: true, force: true })
  }
}
