import assert from 'node:assert/strict'
import { byRole } from '@/e2e/browsers/find'
import { addPhoto, cardOf, GENERATE, openStudio, typePrompt } from '@/e2e/browsers/form'
import { untilThere, untilTrue } from '@/e2e/browsers/wait'
import { photo } from '@/e2e/kit/pictures'
import { translator, WAYS, type Way } from '@/e2e/kit/translator'
import type { Check } from './check'

const translated = (way: Way): Check => ({
  name: `a translated page lives on (${way})`,
  async run(page, stage) {
    await openStudio(page, stage)
    await page.evaluate(
      `globalThis.faults = [], addEventListener('error', ({ message }) => faults.push(message))`,
    )
    await page.evaluate(translator(way))
    await addPhoto(page, stage, 'beach.jpg', await photo(20))
    const prompt = `Translated on the way, ${way}.`
    await typePrompt(page, prompt)
    await page.click(GENERATE)
    const card = cardOf(prompt)
    await untilThere(page, 'the task ID is shown', byRole('button', /^Copy task ID/, card))
    await untilThere(page, 'the video is ready', byRole('button', /^Play/, card))
    await page.click(byRole('button', /^中文/))
    await untilThere(page, 'the page is Chinese', byRole('button', /^生成/))
    await page.click(byRole('button', /^English/))
    await untilThere(page, 'the page is English again', GENERATE)
    await untilTrue(page, 'no text is left over', `!document.forms[0].textContent.includes('生成')`)
    assert.deepEqual(await page.evaluate('faults'), [])
  },
})

export const translations: Check[] = WAYS.map(translated)
