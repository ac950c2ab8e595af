// Measures page load with a CPU throttled fourfold: `npm run build`, then `npm run vitals`.
import { chromium } from '@playwright/test'
import { setStage } from '@/e2e/screenshots/stage'
import { vitalsOf } from '@/e2e/weight/vitals'
import { bringBrowser } from './browser'

const VIDEOS = 24
const RUNS = 5
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

const stage = await setStage('rendered', VIDEOS)
const browser = await chromium.launch({
  executablePath: await bringBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
const rows = []
for (const [name, viewport] of Object.entries(SIZES)) {
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await vitalsOf(browser, stage.urlOf('many'), viewport))
  const paints = runs.map(({ largestPaint }) => Math.round(largestPaint)).sort((a, b) => a - b)
  rows.push({
    screen: name,
    'largest paint, ms (median)': paints[Math.floor(RUNS / 2)],
    'slowest, ms': paints.at(-1),
    'layout shift': Math.max(...runs.map(({ shift }) => shift)),
    moved: [...new Set(runs.flatMap(({ moved }) => moved))].join(' | '),
  })
}
console.table(rows)
await browser.close()
await stage.stop()
