import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { byRole } from '@/e2e/browsers/find'
import { addPhoto, cardOf, FIRST_FRAME, GENERATE, openStudio, typePrompt } from '@/e2e/browsers/form'
import { generationsOf, imageOf } from '@/e2e/browsers/generations'
import type { Page } from '@/e2e/browsers/page'
import type { Stage } from '@/e2e/browsers/stage'
import { untilThere, untilTrue } from '@/e2e/browsers/wait'
import type { Check } from './check'

/** Flips the lowest bit of a few pixels of every canvas that is read, as Brave does. */
const ALTER = `(() => {
  const { getImageData } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.getImageData = function (...given) {
    const image = getImageData.apply(this, given)
    for (let count = 0; count < 256; count++)
      image.data[4 * Math.floor((Math.random() * image.data.length) / 4)] ^= 1
    return image
  }
})()`

/** A photo of noise, so that no altered pixel goes unnoticed. */
const noise = () =>
  sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .png()
    .toBuffer()

async function refusesHeic(page: Page, stage: Stage): Promise<void> {
  const heic = await readFile('e2e/kit/quarters.heic')
  await page.setFile(FIRST_FRAME, await stage.file('IMG_0001.HEIC', heic))
  await untilTrue(
    page,
    'the HEIC photo is refused in words',
    '/fingerprinting protection alters photos.*Save it as JPEG/.test(document.body.textContent)',
  )
}

/** Moves the crop of the form's photo to the left edge, by keyboard. */
async function cropLeft(page: Page): Promise<void> {
  await page.evaluate(`(${byRole('button', /^Reframe noise\.png/)}).focus()`)
  await page.press('Enter')
  await untilTrue(page, 'the crop is open', 'document.activeElement.matches(\'dialog [role="application"]\')')
  for (let count = 0; count < 30; count++) await page.press('ArrowRight')
  await page.press('Enter')
  await untilTrue(page, 'the crop is closed', "!document.querySelector('dialog[open]')")
}

async function sendsTruePixels(page: Page, stage: Stage): Promise<void> {
  const whole = await noise()
  await openStudio(page, stage)
  await page.select(byRole('combobox', /^Ratio/), '1:1')
  await addPhoto(page, stage, 'noise.png', whole)
  await cropLeft(page)
  const prompt = `Nothing of noise, ${Date.now()}.`
  await typePrompt(page, prompt)
  await page.click(GENERATE)
  await untilThere(page, 'the task ID is shown', byRole('button', /^Copy task ID/, cardOf(prompt)))
  const generation = (await generationsOf(stage)).find((one) => one.prompt === prompt)
  const sent = await imageOf(stage, generation?.images[0]?.id ?? 'none')
  const expected = sharp(whole).extract({ left: 0, top: 0, width: 600, height: 600 }).raw()
  assert.ok((await sharp(sent).raw().toBuffer()).equals(await expected.toBuffer()), 'other pixels were sent')
}

export const alteredCanvas: Check[] = [
  {
    name: 'a canvas that is altered is noticed, and HEIC photos are refused in words',
    async run(page, stage) {
      await openStudio(page, stage)
      await page.evaluate(ALTER)
      await refusesHeic(page, stage)
    },
  },
  { name: 'a crop is sent with the photo’s very pixels', run: sendsTruePixels },
  {
    name: 'with protection against fingerprinting, HEIC photos are refused in words',
    isProtected: true,
    async run(page, stage) {
      await openStudio(page, stage)
      await refusesHeic(page, stage)
    },
  },
  {
    name: 'with protection against fingerprinting, a crop is sent with the photo’s very pixels',
    isProtected: true,
    run: sendsTruePixels,
  },
]
