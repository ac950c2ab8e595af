// Pictures of every state in every look, into screenshots/: `npm run build`, then `npm run looks [-- scene …]`.
import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { SCENES } from '@/e2e/screenshots/scenarios'
import { setStage } from '@/e2e/screenshots/stage'
import { LOOKS, MORE_LOOKS } from '@/e2e/screenshots/variants'
import { visit } from '@/e2e/screenshots/visit'
import { bringBrowser } from './browser'

const wanted = process.argv.slice(2)
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

await mkdir('screenshots', { recursive: true })
const stage = await setStage('rendered', 200)
const browser = await chromium.launch({
  executablePath: await bringBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const look of [...LOOKS, ...MORE_LOOKS]) {
  for (const scene of scenes) {
    const path = `screenshots/${scene.name}-${look.name}.png`
    try {
      await visit(browser, stage, scene, look, (page) => page.screenshot({ path, fullPage: scene.whole }))
      console.log(path)
    } catch (error) {
      console.error(`Taking ${path} failed:`, error) // the others are worth seeing all the same
      process.exitCode = 1
    }
  }
}
await browser.close()
await stage.stop()
