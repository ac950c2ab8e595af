import type { Browser } from '@playwright/test'

const CPU_SLOWDOWN = 4 // factor by which a cheap phone is slower than this machine

export type Vitals = {
  /** Largest contentful paint in ms. */
  largestPaint: number
  /** Sum of layout shifts while the page loaded (web.dev/cls); 0 when nothing moved. */
  shift: number
  /** The elements that moved, by class name. */
  moved: string[]
}

/** Loads a page in a fresh browser context with a throttled CPU, without scrolling. */
export async function vitalsOf(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Vitals> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => Object(window).vitals.largestPaint > 0) // reported some frames later
  const vitals = await page.evaluate(() => {
    const { vitals }: { vitals?: Vitals } = Object(window)
    if (!vitals) throw new Error('the observers did not run')
    return vitals
  })
  await context.close()
  return vitals
}

/** A layout-shift entry, which TypeScript's DOM library doesn't declare. */
type LayoutShift = { value?: number; sources?: { node: Node | null }[] }

/** Runs in the page before its own scripts. */
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
