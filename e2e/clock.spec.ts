import { expect, Studio, test } from './kit'

const HOUR_MS = 3_600_000

for (const [what, wrongByMs] of [
  ['an hour fast', HOUR_MS],
  ['an hour slow', -HOUR_MS],
  ['a year slow', -365 * 24 * HOUR_MS],
] as const) {
  test(`elapsed time is right where the reader’s clock is ${what}`, async ({ browser, servers, sandbox }) => {
    sandbox.set({ pendingMs: 600_000 })
    const context = await browser.newContext({ baseURL: servers.running.url, locale: 'en-US' })
    const page = await context.newPage()
    await page.addInitScript(`{
      const now = Date.now
      let wrongByMs = ${wrongByMs}
      Date.now = () => now() + wrongByMs
      window.setClockRight = () => { wrongByMs = 0 }
    }`)
    await page.goto('/')
    const studio = new Studio(page)
    await expect(studio.generateButton()).toBeEnabled()
    const card = await studio.generate('By whose clock?')
    const timer = card.getByRole('timer')
    await expect(timer).toHaveText(/^0:[0-5]\d$/)
    await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
    await expect(timer).toHaveText(/^[0-4]:[0-5]\d$/)
    // Not stuck at zero, and counted from the same moment after a reload.
    await expect(timer).not.toHaveText('0:00')
    await page.reload()
    await expect(timer).toHaveText(/^[0-4]:[0-5]\d$/)
    await page.evaluate('window.setClockRight()')
    await page.waitForResponse(/\/api\/generations\?/)
    await page.waitForResponse(/\/api\/generations\?/)
    await expect(timer).toHaveText(/^[0-4]:[0-5]\d$/)
    await context.close()
  })
}
