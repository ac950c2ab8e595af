import { openStudio, SEARCH, typePrompt } from '@/e2e/browsers/form'
import { untilTrue } from '@/e2e/browsers/wait'
import type { Check } from './check'

export const pasting: Check = {
  name: 'copied text stays text when it is pasted into the search',
  async run(page, stage) {
    await openStudio(page, stage)
    await typePrompt(page, 'koala')
    await page.press('Control+a')
    await page.press('Control+c')
    await page.click(SEARCH)
    await page.press('Control+v')
    await untilTrue(page, 'the text is pasted', `(${SEARCH}).value === 'koala'`)
    await untilTrue(page, 'it is searched', "location.search.includes('q=koala')")
  },
}
