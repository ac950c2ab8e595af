import * as z from 'zod'
import type { Finder, Key, Page } from './page'
import type { WebDriverSession } from './webdriver'

/** WebDriver's code points for keys that type nothing. */
const CODES: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowRight: '\uE014',
  Control: '\uE009',
}
const codeOf = (name: string) => CODES[name] ?? name

/** MiniBrowser's toolbar keeps its window from getting narrower, in px. */
const NARROWEST = 447

/** Of the viewport, once the window has settled: larger windows have a toolbar above it. */
const SIZE = 'new Promise((resolve) => setTimeout(() => resolve([innerWidth, innerHeight]), 300))'
const sizeSchema = z.tuple([z.number(), z.number()])

/** The centre of an element in px of the viewport, and whether a pointer there reaches it. */
const pointOf = (element: Finder) => `((element) => {
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)]
  return { x, y, hit: element.contains(document.elementFromPoint(x, y)) }
})(${element})`
const pointSchema = z.object({ x: z.number(), y: z.number(), hit: z.boolean() })

/** WebKitGTK's MiniBrowser. A session has a profile of its own, which is gone when it ends. */
export class WebKitPage implements Page {
  private zoom = 1

  constructor(private readonly session: WebDriverSession) {}

  async goto(address: string) {
    await this.session.post('url', { url: address })
    await this.applyZoom()
  }

  async reload() {
    await this.session.post('refresh')
    await this.applyZoom()
  }

  evaluate(expression: string) {
    return this.session.evaluate(expression)
  }

  /** By pointer: the driver's own click takes a summary for something that can't be clicked. */
  async click(element: Finder) {
    const { x, y, hit } = pointSchema.parse(await this.session.evaluate(pointOf(element)))
    if (!hit) throw new Error(`something covers ${element}`)
    await this.session.clickAt(x, y)
  }

  async select(element: Finder, value: string) {
    const option = `[...(${element}).options].find((one) => one.value === ${JSON.stringify(value)})`
    await this.session.post(`element/${await this.session.element(option)}/click`)
  }

  async setFile(input: Finder, path: string) {
    await this.session.post(`element/${await this.session.element(input)}/value`, { text: path })
  }

  async type(text: string) {
    await this.session.keys([...text])
  }

  async press(key: Key) {
    const [name = '', modifier] = key.split('+').toReversed()
    await this.session.keys([codeOf(name)], modifier && codeOf(modifier))
  }

  /** Below the narrowest window, the page is zoomed until as many of its own pixels fit. */
  async resize(width: number, height: number) {
    const wide = Math.max(width, NARROWEST)
    this.zoom = wide / width
    const around = { width: 0, height: 0 }
    for (let round = 0; round < 5; round++) {
      await this.session.post('window/rect', {
        x: 0,
        y: 0,
        width: wide + around.width,
        height: height + around.height,
      })
      const [innerWidth, innerHeight] = sizeSchema.parse(await this.session.evaluate(SIZE))
      if (innerWidth === wide && innerHeight === height) return this.applyZoom()
      around.width += wide - innerWidth
      around.height += height - innerHeight
    }
    throw new Error(`the window can't be made ${wide} × ${height} px`)
  }

  private async applyZoom() {
    if (this.zoom !== 1) await this.session.evaluate(`document.documentElement.style.zoom = ${this.zoom}`)
  }

  async close() {
    await this.session.end()
  }
}
