import { defineConfig, devices } from '@playwright/test'
import { bringBrowser } from './scripts/browser'

// Found once; the workers inherit it.
process.env.TEST_BROWSER ??= await bringBrowser()

/** Minutes each, much of it waiting: begun first, so that the others run beside them. */
const LONG = ['processes/*', 'faults/*', 'load', 'gallery', 'axe']

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'long', testMatch: LONG.map((file) => `**/${file}.spec.ts`) },
    { name: 'short', testIgnore: LONG.map((file) => `**/${file}.spec.ts`) },
  ],
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-US',
    launchOptions: {
      executablePath: process.env.TEST_BROWSER,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
})
