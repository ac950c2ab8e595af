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
