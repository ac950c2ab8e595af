import type { Browser, Page } from '@playwright/test'
import type { Variant } from './variants'
import type { Scenario } from './scenario'
import type { Stage } from './stage'

/**
 * Opens a scenario in one variant, waits until images and videos in view have loaded, then runs `then` on the page.
 * @throws Error when the page itself threw one, also if it went on
 */
export async function visit<Result>(
  browser: Browser,
  stage: Stage,
  scenario: Scenario,
  variant: Variant,
  then: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(variant.options)
  const url = stage.urlOf(scenario.studio)
  if (scenario.signedIn) await context.addCookies([{ ...stage.team.session, url }])
  const page = await context.newPage()
  const faults: Error[] = []
  page.on('pageerror', (error) => faults.push(error))
  const address = `${url}${scenario.path?.(stage) ?? '/'}`
  await page.goto(address, { waitUntil: 'networkidle' })
  // Hydrated by then, unless the machine is busy.
  await page.waitForFunction(() => !document.querySelector('button[type=submit][disabled]'))
  await scenario.open?.(page, variant.messages)
  await page.waitForFunction(() => {
    // Don't name functions in here: compilers wrap named ones in a helper that the page doesn't have.
    const inView = [...document.querySelectorAll('video')].filter((video) => {
      const { top, bottom } = video.getBoundingClientRect()
      return bottom > 0 && top < window.innerHeight
    })
    return (
      [...document.images].every((image) => image.complete && image.naturalWidth > 0) &&
      inView.every((video) => video.poster !== '' || video.readyState >= video.HAVE_CURRENT_DATA)
    )
  })
  const result = await then(page)
  await context.close()
  if (faults.length > 0) throw new AggregateError(faults, `${scenario.name}: ${faults.join('; ')}`)
  return result
}
