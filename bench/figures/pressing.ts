import { chromium, type Page } from '@playwright/test'
import * as z from 'zod'
import { type Figure, onScenario, postToProvider, submission, timeOf } from '@/bench/kit'
import { bringBrowser } from '@/scripts/browser'

const TIMES = 5

/** Runs in the page. Passed as text, because compilers add helpers to functions that the page doesn't have. */
const PRESS = `async (words) => {
  const card = () => [...document.querySelectorAll('article')].find((one) => one.textContent.includes(words))
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))
  const seen = (is) => new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!is()) return
      observer.disconnect()
      resolve(painted())
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const shown = seen(() => card())
  const named = seen(() => /[a-z]{4}_[0-9a-f]{16}/.test(card()?.textContent))
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Generate'))
  const start = performance.now()
  button.click()
  return { card: (await shown) - start, taskid: (await named) - start }
}`
const pressed = z.object({ card: z.number(), taskid: z.number() })

/** ms from the click until the new card, and until its taskid, is painted. */
async function press(page: Page, prompt: string) {
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  return pressed.parse(await page.evaluate(`(${PRESS})(${JSON.stringify(prompt)})`))
}

/** Pressing Generate in the browser: time to the card, and to its taskid minus the provider's response time. */
export const pressing: Figure = {
  name: 'pressing',
  measure: (rounds) =>
    onScenario(async ({ provider, studio }) => {
      const there = await provider()
      const here = await studio(there.url)
      const browser = await chromium.launch({
        executablePath: await bringBrowser(),
        args: ['--no-sandbox', '--disable-gpu'],
      })
      try {
        const page = await browser.newPage({ locale: 'en-US' })
        await page.goto(here.url)
        await page
          .getByRole('button', { name: /^Generate/ })
          .and(page.locator(':enabled'))
          .waitFor()
        const [cards, taskids]: [number[], number[]] = [[], []]
        for (let round = -1; round < rounds; round++) {
          const provided = await timeOf(TIMES, () => postToProvider(there.url, submission([])))
          const { card, taskid } = await press(page, `Round ${round + 1} of the bench`)
          if (round < 0) continue // warm-up
          cards.push(card)
          taskids.push(taskid - provided)
        }
        const figure = 'Generate pressed'
        return [
          { figure, aim: 100, unit: 'ms', ours: cards, baseline: null, note: 'to the card' },
          {
            figure,
            aim: 150,
            unit: 'ms',
            ours: taskids,
            baseline: null,
            note: 'to the taskid, beyond the provider',
          },
        ]
      } finally {
        await browser.close()
      }
    }),
}
