import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The path of a program of this system. */
export const which = (name: string): Promise<string | undefined> =>
  run('which', [name]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined, // not on this machine
  )

/** Whether packages can be installed here: Debian or Ubuntu, as root. */
export const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** @throws Error when one of them doesn't exist, or can't be had */
export async function installPackages(names: readonly string[]): Promise<void> {
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64_000_000,
  })
}
