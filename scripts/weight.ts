// Measures the JavaScript of the first load: `npm run build`, then `npm run weight`. e2e/weight enforces the budget.
import { chromium } from '@playwright/test'
import { startStudio } from '@/e2e/kit/servers'
import { weighEmptyPage } from '@/e2e/weight/empty-page'
import { firstLoad, weightOf } from '@/e2e/weight/first-load'
import { bringBrowser } from './browser'

const empty = await weighEmptyPage()
const studio = await startStudio({})
const browser = await chromium.launch({ executablePath: await bringBrowser(), args: ['--no-sandbox'] })
const fetched = await firstLoad(browser, studio.url, 'en-US')
await browser.close()
await studio.stop()

const scripts = fetched.filter(({ script }) => script).sort((a, b) => b.gzip - a.gzip)
console.table(scripts.map(({ url, gzip }) => ({ script: new URL(url).pathname, gzip })))
const all = weightOf(fetched)
console.log(`${all} bytes of JavaScript (gzip): ${empty} for any page, ${all - empty} for this one.`)
