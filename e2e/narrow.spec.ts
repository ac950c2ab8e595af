import { expect, test } from './kit'
import { SCENARIOS } from './screenshots/scenarios'
import { type Stage, setStage } from './screenshots/stage'
import { VARIANTS } from './screenshots/variants'
import { visit } from './screenshots/visit'

let stage: Stage
test.beforeAll(async () => {
  stage = await setStage('tiny', 3)
})
test.afterAll(() => stage.stop())

/** A window of 1280 px at a zoom of 400 %, as WCAG 1.4.10 has it. */
const ZOOMED = { width: 320, height: 256 }
/** The narrowest with form and videos beside each other. */
const TABLET = { width: 768, height: 1024 }

/** What reaches beyond the right edge, and how far the page scrolls sideways, in px. */
const BEYOND = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility(),
  )
  return { beyond: scrollWidth - clientWidth, wide: scrollWidth > clientWidth ? wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 160)) : [] }
})()`

for (const scenario of SCENARIOS) {
  test(`${scenario.name} never scrolls sideways at a zoom of 400 % or on an upright tablet`, async ({
    browser,
  }) => {
    for (const viewport of [ZOOMED, TABLET]) {
      for (const { name, messages, options } of VARIANTS.slice(0, 2)) {
        const narrow = { name, messages, options: { ...options, viewport } }
        const found = await visit(browser, stage, scenario, narrow, (page) => page.evaluate(BEYOND))
        expect(found, `${name}, ${viewport.width} px`).toEqual({ beyond: 0, wide: [] })
      }
    }
  })
}
