import assert from 'node:assert/strict'
import { openStudio } from '@/e2e/browsers/form'
import { untilThere, untilTrue } from '@/e2e/browsers/wait'
import type { Check } from './check'

export const focus: Check = {
  name: 'the card that J goes to is visibly focused',
  async run(page, stage) {
    await openStudio(page, stage)
    await untilThere(page, 'there are videos', "document.querySelector('article')")
    await page.press('j')
    await untilTrue(page, 'J goes to a card', "document.activeElement.matches('article')")
    const { style, width } = (await page.evaluate(
      '(({ outlineStyle, outlineWidth }) => ({ style: outlineStyle, width: parseFloat(outlineWidth) }))(getComputedStyle(document.activeElement))',
    )) as { style: string; width: number }
    assert.notEqual(style, 'none')
    assert.ok(width >= 1, `an outline of ${width} px`)
  },
}
