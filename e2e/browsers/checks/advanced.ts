import assert from 'node:assert/strict'
import { byRole } from '@/e2e/browsers/find'
import { GENERATE, openStudio, PROMPT } from '@/e2e/browsers/form'
import { untilThere } from '@/e2e/browsers/wait'
import type { Check } from './check'

/** Width of a scrollbar in px: 0 where scrollbars lie over the page. */
const SCROLLBAR = `(() => {
  const box = document.createElement('div')
  box.style.cssText = 'position: absolute; width: 100px; height: 100px; overflow: scroll; scrollbar-width: auto'
  document.body.append(box)
  const width = box.offsetWidth - box.clientWidth
  box.remove()
  return width
})()`

/** Left and right edges of what is above and below Advanced, in px. The driver may have scrolled to it. */
const EDGES = `[${PROMPT}, ${GENERATE}, document.querySelector('header')].map((element) => {
  const { left, right } = element.getBoundingClientRect()
  return [left, right]
})`

export const advanced: Check = {
  name: 'opening Advanced moves nothing sideways, although scrollbars take up room',
  async run(page, stage) {
    await page.resize(1440, 700)
    await openStudio(page, stage)
    assert.ok(Number(await page.evaluate(SCROLLBAR)) > 0, 'this browser’s scrollbars take up no room')
    const before = await page.evaluate(EDGES)
    await page.click(byRole('summary', /^Advanced/))
    await untilThere(page, 'Advanced is open', byRole('textbox', /^Seed/))
    assert.deepEqual(await page.evaluate(EDGES), before)
  },
}
