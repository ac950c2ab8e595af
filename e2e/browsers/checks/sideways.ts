import assert from 'node:assert/strict'
import { openStudio } from '@/e2e/browsers/form'
import type { Check } from './check'

/** A desktop, a narrow window, and one of 1280 px at a zoom of 400 %. */
const WIDTHS = [1440, 447, 320]

/** How far the page scrolls sideways in px, and the elements that reach beyond its edge. */
const BEYOND = `new Promise((resolve) => requestAnimationFrame(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  )
  const beyond = Math.max(0, scrollWidth - clientWidth)
  resolve({ beyond, wide: beyond > 0 ? wide.slice(0, 4).map((one) => one.outerHTML.slice(0, 160)) : [] })
}))`

const sideways = (width: number): Check => ({
  name: `nothing scrolls sideways at ${width} px, on any visit`,
  async run(page, stage) {
    await page.resize(width, 800)
    for (const path of ['/', '/', '/?show=done', '/?show=done', '/']) {
      await openStudio(page, stage, path)
      assert.deepEqual(await page.evaluate(BEYOND), { beyond: 0, wide: [] }, path)
    }
  },
})

export const widths: Check[] = WIDTHS.map(sideways)
