import { chromium, type Page } from '@playwright/test'
import { type Figure, onScene, postToProvider, timeOf, wish } from '@/bench/kit'
import { bringBrowser } from '@/scripts/browser'

const TIMES = 5

/** ms from the press until the new card, and until its taskid, is in the page and painted. */
async function press(page: Page, prompt: string) {
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  return page.evaluate(async (words) => {
    const painted = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
      )
    const card = () =>
      [...document.querySelectorAll('article')].find((one) => one.textContent?.includes(words))
    const seen = (is: () => boolean) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!is()) return
          observer.disconnect()
          resolve(painted())
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      })
    const shown = seen(() => card() !== undefined)
    const named = seen(() => /\b[a-z]{4}_[0-9a-f]{16}\b/.test(card()?.textContent ?? ''))
    const button = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.startsWith('Generate'),
    )
    const start = performance.now()
    button?.click()
    return { card: (await shown) - start, taskid: (await named) - start }
  }, prompt)
}

/** Generate pressed in the browser: to the card, and to its taskid beyond the provider's own answer time. */
export const pressing: Figure = {
  name: 'pressing',
  measure: (rounds) =>
    onScene(async ({ provider, studio }) => {
      const there = await provider()
      const here = await studio(there.url)
      const browser = await chromium.launch({
        executablePath: bringBrowser(),
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
          const provided = await timeOf(TIMES, () => postToProvider(there.url, wish([])))
          const { card, taskid } = await press(page, `Round ${round + 1} of the bench`)
          if (round < 0) continue // the first loads what the next have
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
