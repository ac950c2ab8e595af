import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect, test } from './kit'
import { SCENARIOS } from './screenshots/scenarios'
import { type Stage, setStage } from './screenshots/stage'
import { VARIANTS } from './screenshots/variants'
import { visit } from './screenshots/visit'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** Spares axe from describing everything that passes, such as by a unique selector for each element. */
const BRIEF: RunOptions = { resultTypes: ['violations'] }
const ALL: RunOptions = {
  ...BRIEF,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** The rules whose outcome depends on the colour scheme. */
const COLOURS: RunOptions = {
  ...BRIEF,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** The page's violations of WCAG 2.2 AA, as far as axe can detect them. */
async function violations(page: Page, rules: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate((options) => {
    const { axe }: { axe?: { run: (options: RunOptions) => Promise<AxeResults> } } = Object(window)
    if (!axe) throw new Error('axe did not load')
    return axe.run(options)
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

let stage: Stage
test.beforeAll(async () => {
  stage = await setStage('tiny', 30)
})
test.afterAll(() => stage.stop())

/** Checks the page in light and dark without reloading, so that open dialogs and menus stay open. */
async function checkBothColours(page: Page) {
  // At the end of the page instead of over it, where it may lie over half of anything.
  await page.evaluate(() => document.getElementById('new-video')?.style.setProperty('position', 'static'))
  await page.addScriptTag({ path: AXE })
  const light = await violations(page, ALL)
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await violations(page, COLOURS) }
}

const variants = VARIANTS.filter(({ options }) => options.colorScheme === 'light')

for (const scenario of SCENARIOS) {
  test(`${scenario.name} meets WCAG 2.2 AA in every layout, light and dark`, async ({ browser }) => {
    const found = await Promise.all(
      variants.map((variant) => visit(browser, stage, scenario, variant, checkBothColours)),
    )
    expect(found).toEqual(variants.map(() => ({ light: [], dark: [] })))
  })
}
