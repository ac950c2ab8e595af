import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { canInstall, installPackages, which } from './debian'

const run = promisify(execFile)

/** Headless shell first: it is what Playwright uses for headless runs, too. */
const SYSTEM = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
]

/**
 * Finds or installs a browser for the tests: Playwright's if installed, else the system's, else Playwright's by download,
 * else (Debian or Ubuntu, as root) the system's package.
 * @returns the path of its executable
 * @throws Error when none can be installed, with the last failure as `cause`
 */
export async function bringBrowser(): Promise<string> {
  const found = await findBrowser()
  if (found) return found
  let cause: unknown
  for (const bring of [download, install]) {
    try {
      await bring()
    } catch (error) {
      cause = error
    }
    const brought = await findBrowser()
    if (brought) return brought
  }
  throw new Error(
    'The end-to-end tests need a browser: install Chromium or Chrome, or run `npx playwright install chromium`.',
    { cause },
  )
}

async function findBrowser(): Promise<string | undefined> {
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  for (const name of SYSTEM) {
    const path = await which(name)
    if (path) return path
  }
  return undefined
}

const download = () => run('npx', ['playwright', 'install', 'chromium'], { timeout: 120_000 })

async function install(): Promise<void> {
  if (!canInstall()) return
  await installPackages(['chromium-headless-shell']).catch(() => installPackages(['chromium']))
}
