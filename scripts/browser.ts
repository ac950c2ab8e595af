import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']

/**
 * Finds or brings a browser for the tests: Playwright's own where it can be downloaded, else the system's, else
 * (Debian or Ubuntu, as root) the package `chromium`.
 * @returns its path
 * @throws Error in one sentence when there is none to be had
 */
export function bringBrowser(): string {
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 120_000 })
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  const found = systemBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' })
  }
  const installed = systemBrowser()
  if (installed) return installed
  throw new Error(
    'The end-to-end tests need a browser: install Chromium or Chrome, or run `npx playwright install chromium`.',
  )
}

function systemBrowser(): string | undefined {
  for (const name of SYSTEM) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return undefined
}
