import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { DEFAULTS, type RunningSandbox, type Sandbox, startSandbox } from '@/lib/sandbox'
import { CANARY, type Running, startStudio } from './servers'

export { expect } from '@playwright/test'
export { type Alteration, alterCanvas } from './altered-canvas'
export { startArchive } from './archive'
export { centre, drag, onDisk } from './drag'
export { hold, stopClock } from './hold'
export { colourAt, file, photo, quarters } from './pictures'
export { CANARY, freePort, type Running, startStudio } from './servers'
export { PASSWORD, setupCode, startTeam } from './team'

type Servers = { provider: RunningSandbox; running: Running }

/** Page object that finds everything by role and label, as users do. */
export class Studio {
  constructor(readonly page: Page) {}
  prompt = () => this.page.getByRole('textbox', { name: 'Prompt', exact: true })
  combobox = (name: string) => this.page.getByRole('combobox', { name, exact: true })
  generateButton = () => this.page.getByRole('button', { name: /^Generate/ })
  /** The bar that replaces the form on a narrow screen while videos are in progress. */
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

/** Submits through the API as a script that waits in no line: what the provider refuses ends as a refusal. */
export const postAtOnce = ({ request }: Page, prompt: string) =>
  request.post('/api/generations', { multipart: { prompt }, headers: { prefer: 'respond-sync' } })

/** Deletes what earlier tests left: the next test's page would load it, and count and poll what is in progress. */
async function deleteVideos(url: string): Promise<void> {
  const { items } = await (await fetch(`${url}/api/generations?limit=100`)).json()
  const remove = ({ id }: { id: string }) => fetch(`${url}/api/generations/${id}`, { method: 'DELETE' })
  await Promise.all(items.map(remove))
}

type WorkerFixtures = {
  /** More settings of the studio. `test.use({ env })` starts one for a file of tests. */
  env: Record<string, string>
  servers: Servers
}

export const test = base.extend<{ studio: Studio; sandbox: Sandbox }, WorkerFixtures>({
  env: [{}, { option: true, scope: 'worker' }],
  servers: [
    async ({ env }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny' })
      const running = await startStudio({
        TENSORSLAB_BASE_URL: provider.url,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
        POLL_INTERVAL_MS: '300',
        ...env,
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
    sandbox.set(DEFAULTS)
    await deleteVideos(servers.running.url)
    await sandbox.forget()
    await use(sandbox)
  },
  baseURL: ({ servers }, use) => use(servers.running.url),
  studio: async ({ page, sandbox: _ }, use) => {
    const faults: string[] = []
    page.on('console', (message) => {
      // The page shows failed requests to the user; the browser's own console message about them is no fault.
      if (
        message.type() === 'error' &&
        !/the server responded with a status of [45]\d\d/.test(message.text())
      )
        faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto('/')
    const studio = new Studio(page)
    // Before hydration, the page accepts text but submits nothing.
    await expect(studio.generateButton().or(studio.newVideoButton())).toBeEnabled()
    await use(studio)
    expect(faults, 'errors in the browser').toEqual([])
  },
})
