import type { Page } from '@playwright/test'

/** Holds a page's future requests that match `what`, or the next `times` of them. @returns a function that releases them */
export async function hold(page: Page, what: RegExp, times?: number): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(
    what,
    async (route) => {
      await held
      await route.continue()
    },
    { times },
  )
  return release
}

const AHEAD_MS = 60_000 // a clock can only be paused in its future

/** Stops a page's clock, so that toasts don't expire. @returns a function that resumes it */
export async function stopClock(page: Page): Promise<() => Promise<void>> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + AHEAD_MS)
  return () => page.clock.resume()
}
