import assert from 'node:assert/strict'
import { byRole } from '@/e2e/browsers/find'
import { addPhoto, openStudio, PROMPT, typePrompt, untilHydrated } from '@/e2e/browsers/form'
import { untilThere, untilTrue } from '@/e2e/browsers/wait'
import { photo } from '@/e2e/kit/pictures'
import type { Check } from './check'

const TEXT = 'The sea comes in.'
const PREVIEW = byRole('img', /beach\.jpg/)

/** Of the smaller copy of the photo that the preview draws, in px. */
const WIDTH = `(async () => {
  const image = new Image()
  image.src = (${PREVIEW}).querySelector('image').getAttribute('href')
  await image.decode()
  return image.naturalWidth
})()`

export const draft: Check = {
  name: 'a draft with a photo survives a reload',
  async run(page, stage) {
    await openStudio(page, stage)
    await typePrompt(page, TEXT)
    await addPhoto(page, stage, 'beach.jpg', await photo(20))
    await page.reload()
    await untilHydrated(page)
    await untilTrue(page, 'the prompt is back', `(${PROMPT}).value === ${JSON.stringify(TEXT)}`)
    await untilThere(page, 'the photo is back', PREVIEW)
    assert.ok(Number(await page.evaluate(WIDTH)) > 0)
  },
}
