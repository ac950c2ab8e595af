// Takes screenshots of every scenario in every variant, into screenshots/: `npm run build`, then
// `npm run screenshots [-- SCENARIO …]`.
import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { SCENARIOS } from '@/e2e/screenshots/scenarios'
import { setStage } from '@/e2e/screenshots/stage'
import { MORE_VARIANTS, VARIANTS } from '@/e2e/screenshots/variants'
import { visit } from '@/e2e/screenshots/visit'
import { bringBrowser } from './browser'

const wanted = process.argv.slice(2)
const scenarios = SCENARIOS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

await mkdir('screenshots', { recursive: true })
const stage = await setStage('rendered', 200)
const browser = await chromium.launch({
  executablePath: await bringBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const variant of [...VARIANTS, ...MORE_VARIANTS]) {
  for (const scenario of scenarios) {
    const path = `screenshots/${scenario.name}-${variant.name}.png`
    try {
      await visit(browser, stage, scenario, variant, (page) =>
        page.screenshot({ path, fullPage: scenario.whole }),
      )
      console.log(path)
    } catch (error) {
      console.error(`Taking ${path} failed:`, error) // the others are still worth taking
      process.exitCode = 1
    }
  }
}
await browser.close()
await stage.stop()
