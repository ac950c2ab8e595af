import type { Browser } from '@playwright/test'

const SLOWER = 4 // times, as a cheap phone is slower than this machine

export type Vitals = {
  /** ms until the largest thing in sight was painted. */
  largestPaint: number
  /** How far things moved by themselves while the page loaded; 0: nothing did (web.dev/cls). */
  shift: number
  /** What moved, by the names of its classes. */
  moved: string[]
}

/** Loads a page in a fresh browser profile with a slowed processor, scrolled by nobody. */
export async function vitalsOf(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Vitals> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => Object(window).vitals.largestPaint > 0) // it is told some frames later
  const vitals = await page.evaluate(() => {
    const { vitals }: { vitals?: Vitals } = Object(window)
    if (!vitals) throw new Error('nobody watched')
    return vitals
  })
  await context.close()
  return vitals
}

/** As browsers that know it report it; TypeScript's own library does not. */
type LayoutShift = { value?: number; sources?: { node: Node | null }[] }

/** Runs in the page, before anything of it. */
function watch() {
  const vitals: Vitals = { largestPaint: 0, shift: 0, moved: [] }
  Object.assign(window, { vitals })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) vitals.largestPaint = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value = 0, sources = [] }: LayoutShift = Object(entry)
      vitals.shift += value
      for (const { node } of sources) {
        vitals.moved.push(node instanceof Element ? node.className : `${node?.textContent}`)
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
