import { defineConfig, devices } from '@playwright/test'
import { bringBrowser } from './scripts/browser'

// Resolved once; workers inherit it.
process.env.TEST_BROWSER ??= await bringBrowser()

/** Each needs both cores and runs alone, in a step of its own in `npm test`. */
const HEAVY = ['**/processes/*.spec.ts', '**/faults/*.spec.ts', '**/load.spec.ts', '**/under-path/*.spec.ts']

const MINUTE_MS = 60_000

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'journeys', testIgnore: HEAVY },
    { name: 'heavy', testMatch: HEAVY, workers: 1, dependencies: ['journeys'] },
  ],
  workers: 3,
  // Generous: reached only when something hangs, however busy the machine.
  timeout: 30 * MINUTE_MS,
  expect: { timeout: 5 * MINUTE_MS },
  forbidOnly: true,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.TEST_BROWSER,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
})
