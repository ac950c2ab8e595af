import type { ElementHandle, KeyInput, Page as Tab } from 'puppeteer-core'
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core'
import type { Engine, Finder, Key, Page } from './page'

const TIMEOUT_MS = 180_000

/** Over CDP, Chromium carries out no shortcuts of editing unless they are named. */
const COMMANDS: Partial<Record<Key, string>> = {
  'Control+a': 'selectAll',
  'Control+c': 'copy',
  'Control+v': 'paste',
}

class PuppeteerPage implements Page {
  constructor(
    private readonly tab: Tab,
    private readonly end: () => Promise<void>,
  ) {
    tab.setDefaultTimeout(TIMEOUT_MS)
  }

  async goto(address: string) {
    await this.tab.goto(address, { waitUntil: 'load' })
  }

  async reload() {
    await this.tab.reload({ waitUntil: 'load' })
  }

  evaluate(expression: string): Promise<unknown> {
    return this.tab.evaluate(`(async () => (${expression}))()`)
  }

  private async handle(element: Finder): Promise<ElementHandle> {
    const handle = (await this.tab.evaluateHandle(`(${element})`)).asElement()
    if (!handle) throw new Error(`not in the page: ${element}`)
    return handle as ElementHandle
  }

  async click(element: Finder) {
    await (await this.handle(element)).click()
  }

  async select(element: Finder, value: string) {
    await (await this.handle(element)).select(value)
  }

  async setFile(input: Finder, path: string) {
    await ((await this.handle(input)) as ElementHandle<HTMLInputElement>).uploadFile(path)
  }

  async type(text: string) {
    await this.tab.keyboard.type(text)
  }

  async press(key: Key) {
    const [name = '', modifier] = key.split('+').toReversed() as KeyInput[]
    const command = COMMANDS[key]
    if (modifier) await this.tab.keyboard.down(modifier)
    await this.tab.keyboard.press(name as KeyInput, command ? { commands: [command] } : {})
    if (modifier) await this.tab.keyboard.up(modifier)
  }

  async resize(width: number, height: number) {
    await this.tab.setViewport({ width, height })
  }

  close = () => this.end()
}

async function openIn(browser: Browser): Promise<Page> {
  const context = await browser.createBrowserContext()
  const tab = await context.newPage()
  const page = new PuppeteerPage(tab, () => context.close())
  await page.resize(1440, 900)
  return page
}

/** Starts Chromium over CDP, or Firefox over WebDriver BiDi. */
async function start(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({ protocolTimeout: TIMEOUT_MS, timeout: TIMEOUT_MS, ...options })
}

export async function startChromium(executablePath: string): Promise<Engine> {
  const browser = await start({
    executablePath,
    headless: 'shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--lang=en-US',
    ],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  })
  return { version: await browser.version(), open: () => openIn(browser), close: () => browser.close() }
}

/** Scrollbars take up room, as on Windows. */
const PREFERENCES = { 'widget.gtk.overlay-scrollbars.enabled': false, 'intl.accept_languages': 'en-US, en' }

export async function startFirefox(executablePath: string): Promise<Engine> {
  const launch = (preferences: Record<string, boolean>) =>
    start({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: { ...PREFERENCES, ...preferences },
    })
  const browser = await launch({})
  const others: Browser[] = []
  return {
    version: await browser.version(),
    open: () => openIn(browser),
    async openProtected() {
      const other = await launch({ 'privacy.resistFingerprinting': true })
      others.push(other)
      return openIn(other)
    },
    async close() {
      for (const one of [browser, ...others]) await one.close()
    },
  }
}
