import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { crashEn } from '@/lib/shared/messages/en/crash'
import { crashZh } from '@/lib/shared/messages/zh/crash'
import { expect, test } from './kit'
import { translator, WAYS, type Way } from './kit/translator'
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

/** Checks the page in light and dark without reloading, so that open dialogs and menus stay open. */
async function checkBothColours(page: Page) {
  // At the end of the page instead of over it, where it may lie over half of anything.
  await page.evaluate(() => document.getElementById('new-video')?.style.setProperty('position', 'static'))
  await page.addScriptTag({ path: AXE })
  const light = await violations(page, ALL)
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await violations(page, COLOURS) }
}

const WIDTHS = [
  /** A window of 1280 px at a zoom of 400 %, as WCAG 1.4.10 has it. */
  { width: 320, height: 256 },
  /** An upright tablet: the narrowest with form and videos beside each other. */
  { width: 768, height: 1024 },
]

/** After the layout that a new width asks for: what reaches beyond the right edge. An array, empty if nothing does. */
const BEYOND = `(async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility(),
  )
  return [scrollWidth - clientWidth, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))]
})()`

async function checkWidths(page: Page) {
  for (const viewport of WIDTHS) {
    await page.setViewportSize(viewport)
    await expect.poll(() => page.evaluate(BEYOND), `${viewport.width} px`).toEqual([])
  }
}

/** Translates what is shown and open, then closes it and renders every text anew. */
async function checkTranslated(page: Page, way: Way) {
  await page.evaluate(translator(way))
  await page.keyboard.press('Escape')
  const switchTo = (name: RegExp) => page.getByRole('button', { name })
  const language = await page.evaluate(() => document.documentElement.lang)
  const [other, back] = language === 'en' ? [/^中文$/, /^English$/] : [/^English$/, /^中文$/]
  if (await switchTo(other).isVisible()) {
    await switchTo(other).click()
    await expect(switchTo(back)).toBeVisible()
  }
  await expect(page.getByText(crashEn.title).or(page.getByText(crashZh.title))).toHaveCount(0)
}

let stage: Stage
test.beforeAll(async () => {
  stage = await setStage('tiny', 30)
})
test.afterAll(() => stage.stop())

const variants = VARIANTS.filter(({ options }) => options.colorScheme === 'light')

for (const [number, scenario] of SCENARIOS.entries()) {
  test(`${scenario.name} meets WCAG 2.2 AA, never scrolls sideways, and lives on when it is translated`, async ({
    browser,
  }) => {
    const found = await Promise.all(
      variants.map((variant, position) =>
        visit(browser, stage, scenario, variant, async (page) => {
          const colours = await checkBothColours(page)
          await checkWidths(page)
          await checkTranslated(page, WAYS[(number + position) % WAYS.length] ?? 'wrap')
          return colours
        }),
      ),
    )
    expect(found).toEqual(variants.map(() => ({ light: [], dark: [] })))
  })
}
