import { type Browser, test as base, type Page } from '@playwright/test'
import { CANARY, expect, PASSWORD, type Running, Studio, setupCode, startTeam } from '@/e2e/kit'
import { startSandbox } from '@/lib/sandbox'

type Shared = {
  /** More variables of the studio. */
  env: Record<string, string>
  running: Running
  /** The owner’s page. */
  owner: Page
}

/** Tests that share one studio with sign-in, wired to a quick sandbox, and its owner. */
export const teamTest = base.extend<object, Shared>({
  env: [{}, { scope: 'worker' }],
  running: [
    async ({ env }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny' })
      provider.sandbox.set({ pendingMs: 100, processingMs: 200, uploadingMs: 100 })
      const running = await startTeam({
        TENSORSLAB_BASE_URL: provider.url,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
        POLL_INTERVAL_MS: '300',
        ...env,
      })
      await use(running)
      await running.stop()
      await provider.close()
    },
    { scope: 'worker' },
  ],
  owner: [
    async ({ browser, running }, use) => {
      const page = await browserOf(browser, running)
      await becomeOwner(page, running)
      await use(page)
    },
    { scope: 'worker' },
  ],
})

/** A page in a fresh browser context, as for another user. */
export async function browserOf(browser: Browser, { url }: Running, locale = 'en-US'): Promise<Page> {
  return (await browser.newContext({ baseURL: `${url}/`, locale })).newPage()
}

export async function becomeOwner(page: Page, running: Running, name = 'Olga'): Promise<Studio> {
  await page.goto('./')
  await page.getByRole('textbox', { name: 'Setup code' }).fill(setupCode(running))
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('textbox', { name: 'Email' }).fill(`${name}@example.com`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create owner account' }).click()
  return hydrated(page)
}

/** Creates an invitation as an owner and returns its link. */
export async function inviteBy(owner: Page, email: string): Promise<string> {
  await owner.goto('./team')
  await owner.getByRole('textbox', { name: 'Email to invite' }).fill(email)
  await owner.getByRole('button', { name: 'Create link' }).click()
  const link = owner.getByRole('textbox', { name: 'Invitation link' })
  await expect(link).toHaveValue(/\/join\//)
  return link.inputValue()
}

export async function joinBy(page: Page, link: string, name: string): Promise<Studio> {
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  return hydrated(page)
}

/** Waits until the studio is hydrated. */
export async function hydrated(page: Page): Promise<Studio> {
  const studio = new Studio(page)
  await expect(studio.generateButton()).toBeEnabled()
  return studio
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: /^Sign in/ }).click()
}
