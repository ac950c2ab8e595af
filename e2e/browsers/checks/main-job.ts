import assert from 'node:assert/strict'
import { byRole, textOf } from '@/e2e/browsers/find'
import { addPhoto, cardOf, GENERATE, openStudio, typePrompt } from '@/e2e/browsers/form'
import type { Page } from '@/e2e/browsers/page'
import type { Stage } from '@/e2e/browsers/stage'
import { untilThere, untilTrue } from '@/e2e/browsers/wait'
import { photo } from '@/e2e/kit/pictures'
import { CANARY } from '@/e2e/kit/servers'
import type { Check } from './check'

const TEXT = 'A koala waves at the camera.'
const CARD = cardOf(TEXT)

/** Everything that the page holds or has loaded from the studio, as one text. */
const EVERYTHING = `(async () => {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const own = [location.href, ...loaded].filter((name) => name.startsWith(location.origin))
  const texts = await Promise.all([...new Set(own)].map(async (name) => (await fetch(name)).text()))
  const kept = [localStorage, sessionStorage, document.cookie, performance.getEntries()]
  return texts.join() + JSON.stringify(kept) + document.documentElement.outerHTML
})()`

/** A press on Play shows the video large, and plays it. */
async function play(page: Page): Promise<void> {
  await untilThere(page, 'the video is ready', byRole('button', /^Play/, CARD))
  await page.click(byRole('button', /^Play/, CARD))
  await untilTrue(
    page,
    'the video plays',
    "[...document.querySelectorAll('video')].some((one) => one.readyState >= 2 && one.currentTime > 0)",
  )
}

async function run(page: Page, stage: Stage): Promise<void> {
  await openStudio(page, stage)
  await typePrompt(page, TEXT)
  await addPhoto(page, stage, 'beach.jpg', await photo(20))
  await page.select(byRole('combobox', /^Ratio/), '16:9')
  await page.select(byRole('combobox', /^Duration/), '10')
  await page.select(byRole('combobox', /^Resolution/), '480p')
  await page.click(GENERATE)
  await untilThere(page, 'the task ID is shown', byRole('button', /^Copy task ID/, CARD))

  const { tasks } = stage.sandbox.ledger()
  assert.equal(tasks.length, 1)
  const [task] = tasks
  assert.ok(`${await page.evaluate(textOf(CARD))}`.includes(task?.taskid ?? 'no task'))
  const { prompt, ratio, duration, resolution } = task?.fields ?? {}
  assert.deepEqual([prompt, ratio, duration, resolution], [TEXT, '16:9', '10', '480p'])
  assert.equal(task?.images.length, 1)

  await play(page)
  const everything = `${await page.evaluate(EVERYTHING)}`
  assert.ok(everything.includes(task?.taskid ?? 'no task'), 'the page is read')
  assert.ok(!everything.includes(CANARY), 'the API key is in the page')
}

export const mainJob: Check = {
  name: 'a prompt, a photo and three settings become a video that plays, and the key stays on the server',
  run,
}
