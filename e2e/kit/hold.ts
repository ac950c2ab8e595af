import type { Page } from '@playwright/test'

/** Holds requests of that kind that a page makes from now on, or the next `times`, until what is returned lets them go. */
export async function hold(page: Page, what: RegExp, times?: number): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(
    what,
    async (route) => {
      await held
      await route.continue()
    },
    { times },
  )
  return letGo
}

const AHEAD_MS = 60_000 // a clock is stopped in its future only

/** Stops a page's clock: what it shows for some seconds stays, until what is returned lets time go on. */
export async function stopClock(page: Page): Promise<() => Promise<void>> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + AHEAD_MS)
  return () => page.clock.resume()
}
