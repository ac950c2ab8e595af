import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The reverse proxies that docs/reverse-proxy.md has examples for: Debian’s package, and the program in it. */
const PROGRAMS = { nginx: 'usr/sbin/nginx', caddy: 'usr/bin/caddy' } as const
export type ProxyName = keyof typeof PROGRAMS

/**
 * Finds a reverse proxy for the tests: the system’s, else the one of Debian’s or Ubuntu’s package, which is unpacked
 * beside the other packages. Nothing is installed, because installing would also start it, for everybody.
 * @returns the path of its executable
 * @throws Error when there is none and it can't be fetched
 */
export async function bringProxy(name: ProxyName): Promise<string> {
  const folder = join(process.cwd(), 'node_modules/.cache/proxies', name)
  const unpacked = join(folder, PROGRAMS[name])
  for (const path of [`/${PROGRAMS[name]}`, unpacked]) if (existsSync(path)) return path
  if (!existsSync('/etc/debian_version'))
    throw new Error(`install ${name}: only Debian’s package can be fetched`)
  await mkdir(folder, { recursive: true })
  await download(name, folder)
  const [file] = (await readdir(folder)).filter((path) => path.endsWith('.deb'))
  if (!file) throw new Error(`apt-get brought no package of ${name}`)
  await run('dpkg-deb', ['-x', join(folder, file), folder])
  return unpacked
}

/** Fetches the package into a folder. Its lists may be missing or old, as in a fresh container. */
async function download(name: ProxyName, folder: string): Promise<void> {
  const fetch = () => run('apt-get', ['download', '-qq', name], { cwd: folder })
  try {
    await fetch()
  } catch {
    await run('apt-get', ['update', '-qq'])
    await fetch()
  }
}
