import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type RunningSandbox, type Sandbox, startSandbox } from '@/lib/sandbox'
import { CANARY, type Running, startStudio } from './servers'

export { expect } from '@playwright/test'
export { startArchive } from './archive'
export { hold, stopClock } from './hold'
export { colourAt, file, photo, quarters } from './pictures'
export { CANARY, freePort, type Running, startStudio } from './servers'
export { PASSWORD, setupCode, startTeam } from './team'

type Servers = { provider: RunningSandbox; running: Running }

/** The page as a person knows it: by roles and labels only. */
export class Studio {
  constructor(readonly page: Page) {}
  prompt = () => this.page.getByRole('textbox', { name: 'Prompt', exact: true })
  combobox = (name: string) => this.page.getByRole('combobox', { name, exact: true })
  generateButton = () => this.page.getByRole('button', { name: /^Generate/ })
  /** On a narrow screen, where the form has made room for videos that are being made. */
  newVideoButton = () => this.page.getByRole('button', { name: /^New video/ })
  card = (prompt: string): Locator => this.page.getByRole('article', { name: prompt })

  async choose(
    slot: 'First frame' | 'Last frame',
    image: { name: string; mimeType: string; buffer: Buffer },
  ) {
    await this.page.getByLabel(slot, { exact: true }).setInputFiles(image)
  }
  async generate(prompt: string): Promise<Locator> {
    if (await this.newVideoButton().isVisible()) await this.newVideoButton().click()
    await this.prompt().fill(prompt)
    await this.generateButton().click()
    return this.card(prompt)
  }
}

/** What an earlier test left being made would be counted, and waited for, by the next one's page. */
async function forgetUnfinished(url: string): Promise<void> {
  const { items } = await (await fetch(`${url}/api/generations?status=active&limit=100`)).json()
  for (const { id } of items) await fetch(`${url}/api/generations/${id}`, { method: 'DELETE' })
}

export const test = base.extend<{ studio: Studio; sandbox: Sandbox }, { servers: Servers }>({
  servers: [
    async ({ browserName: _ }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny' })
      const running = await startStudio({
        TENSORSLAB_BASE_URL: provider.url,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
        POLL_INTERVAL_MS: '300',
      })
      await use({ provider, running })
      await running.stop()
      await provider.close()
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ servers }, use) => {
    const { sandbox } = servers.provider
    sandbox.heal()
    await forgetUnfinished(servers.running.url)
    await sandbox.forget()
    await use(sandbox)
  },
  baseURL: ({ servers }, use) => use(servers.running.url),
  studio: async ({ page, sandbox: _ }, use) => {
    const faults: string[] = []
    page.on('console', (message) => {
      // A refused call is told to the person; that the browser also notes it is not a fault of the page.
      if (
        message.type() === 'error' &&
        !/the server responded with a status of [45]\d\d/.test(message.text())
      )
        faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto('/')
    const studio = new Studio(page)
    // Until the page has woken up, it takes text but sends nothing.
    await expect(studio.generateButton().or(studio.newVideoButton())).toBeEnabled()
    await use(studio)
    expect(faults, 'errors in the browser').toEqual([])
  },
})
