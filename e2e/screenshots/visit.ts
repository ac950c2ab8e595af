import type { Browser, Page } from '@playwright/test'
import type { Variant } from './variants'
import type { Scenario } from './scenario'
import type { Stage } from './stage'

/** Goes to a scene in one look, waits until all that is in sight is there, and hands over the page. */
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
  const address = `${url}${scenario.path?.(stage) ?? '/'}`
  await page.goto(address, { waitUntil: 'networkidle' }) // the page has woken up by then
  await scenario.open?.(page, variant.messages)
  await page.waitForFunction(() => {
    // No function in here has a name: compilers mark those with a helper that the page does not have.
    const inSight = [...document.querySelectorAll('video')].filter((video) => {
      const { top, bottom } = video.getBoundingClientRect()
      return bottom > 0 && top < window.innerHeight
    })
    return (
      [...document.images].every((image) => image.complete && image.naturalWidth > 0) &&
      inSight.every((video) => video.poster !== '' || video.readyState >= video.HAVE_CURRENT_DATA)
    )
  })
  const result = await then(page)
  await context.close()
  return result
}
