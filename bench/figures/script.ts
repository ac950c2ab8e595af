import { chromium } from '@playwright/test'
import { type Figure, onScenario } from '@/bench/kit'
import { firstLoad, weightOf } from '@/e2e/weight/first-load'
import { bringBrowser } from '@/scripts/browser'

/** JavaScript of the first load, gzip, on top of an empty page with the same Next. */
export const script: Figure = {
  name: 'script',
  measure: () =>
    onScenario(async ({ provider, studio, plain }) => {
      const browser = await chromium.launch({ executablePath: await bringBrowser(), args: ['--no-sandbox'] })
      try {
        const there = await provider()
        const [here, empty] = [await studio(there.url), await plain()]
        const of = async (url: string, hydrated?: string) =>
          weightOf(await firstLoad(browser, url, 'en-US', hydrated)) / 1_024
        const [ours, nothing] = [await of(here.url), await of(empty.url, 'html')]
        const note = `beyond the ${nothing.toFixed(0)} KB of an empty page`
        return [
          {
            figure: 'JavaScript on first load',
            aim: 66,
            unit: 'KB',
            ours: [ours - nothing],
            baseline: null,
            note,
          },
        ]
      } finally {
        await browser.close()
      }
    }),
}
