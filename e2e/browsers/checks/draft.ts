import { byRole } from '@/e2e/browsers/find'
import { addPhoto, openStudio, PROMPT, typePrompt, untilHydrated } from '@/e2e/browsers/form'
import { untilTrue } from '@/e2e/browsers/wait'
import { photo } from '@/e2e/kit/pictures'
import type { Check } from './check'

const TEXT = 'The sea comes in.'

export const draft: Check = {
  name: 'a draft with a photo survives a reload',
  async run(page, stage) {
    await openStudio(page, stage)
    await typePrompt(page, TEXT)
    await addPhoto(page, stage, 'beach.jpg', await photo(20))
    await page.reload()
    await untilHydrated(page)
    await untilTrue(page, 'the prompt is back', `(${PROMPT}).value === ${JSON.stringify(TEXT)}`)
    await untilTrue(page, 'the photo is shown', `(${byRole('img', /beach\.jpg/)})?.naturalWidth > 0`)
  },
}
