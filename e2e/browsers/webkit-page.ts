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

/** WebKitGTK's MiniBrowser. A session has a profile of its own, which is gone when it ends. */
export class WebKitPage implements Page {
  constructor(private readonly session: WebDriverSession) {}

  async goto(address: string) {
    await this.session.post('url', { url: address })
  }

  async reload() {
    await this.session.post('refresh')
  }

  evaluate(expression: string) {
    return this.session.evaluate(expression)
  }

  async click(element: Finder) {
    await this.session.post(`element/${await this.session.element(element)}/click`)
  }

  async select(element: Finder, value: string) {
    await this.click(`[...(${element}).options].find((one) => one.value === ${JSON.stringify(value)})`)
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

  /** A window is larger than its page by its toolbar. */
  async resize(width: number, height: number) {
    const around = { width: 0, height: 0 }
    for (let round = 0; round < 5; round++) {
      await this.session.post('window/rect', {
        x: 0,
        y: 0,
        width: width + around.width,
        height: height + around.height,
      })
      const [innerWidth = 0, innerHeight = 0] = (await this.session.evaluate(
        'new Promise((resolve) => setTimeout(() => resolve([innerWidth, innerHeight]), 300))',
      )) as number[]
      if (innerWidth === width && innerHeight === height) return
      around.width += width - innerWidth
      around.height += height - innerHeight
    }
    throw new Error(`the window can't be made ${width} × ${height} px`)
  }

  async close() {
    await this.session.end()
  }
}
