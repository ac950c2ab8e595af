import { test as base } from '@playwright/test'
import { CANARY, expect, file, photo, type Running, startTeam } from '@/e2e/kit'
import { startSandbox } from '@/lib/sandbox'
import { becomeOwner, browserOf, hydrated, inviteBy, joinBy, signIn } from './team'

const NAME = 'studio.lan'

/** A studio at a name that browsers don't trust: without a secure context, many of their functions are missing. */
const test = base.extend<object, { running: Running; address: (name?: string) => Running }>({
  running: [
    async ({ browserName: _ }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny' })
      provider.sandbox.set({ pendingMs: 100, processingMs: 200, uploadingMs: 100 })
      const env = {
        TENSORSLAB_BASE_URL: provider.url,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
        POLL_INTERVAL_MS: '300',
      }
      const running = await startTeam(env, { name: NAME })
      await use(running)
      await running.stop()
      await provider.close()
    },
    { scope: 'worker' },
  ],
  address: [
    async ({ running }, use) => {
      const { port } = new URL(running.url)
      await use((name = NAME) => ({ ...running, url: `http://${name}:${port}` }))
    },
    { scope: 'worker' },
  ],
})

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [
      ...(launchOptions.args ?? []),
      `--host-resolver-rules=MAP ${NAME} 127.0.0.1, MAP ${NAME}. 127.0.0.1`,
    ]
    await use({ ...launchOptions, args })
  },
})

test('over plain http in a home network everything works, and people are warned', async ({
  browser,
  running,
  address,
}) => {
  test.setTimeout(600_000)
  expect(running.log()).toMatch(/^Warning: PUBLIC_URL is http/m)
  const page = await browserOf(browser, address())
  await page.goto('/')
  await expect(page.getByText('This connection isn’t encrypted')).toBeVisible()
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  const studio = await becomeOwner(page, running)
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.endsWith('session_token'))
  expect(cookie).toMatchObject({ name: 'promptreel.session_token', secure: false, httpOnly: true })

  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  const card = await studio.generate('A wave at home.')
  await expect(card.getByLabel('Generated video')).toBeVisible()
  await card.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Copy prompt' }).click()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')

  const member = await browserOf(browser, address(), 'zh-CN')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await member.goto(await inviteBy(page, 'mei@example.com'))
  await expect(member.getByText('当前连接未加密')).toBeVisible()
})

test('a complete name, with its final dot, is the same studio', async ({ browser, address }) => {
  const owner = await browserOf(browser, address())
  await owner.goto('/')
  await signIn(owner, 'olga@example.com')
  await hydrated(owner)
  const link = new URL(await inviteBy(owner, 'dot@example.com'))
  const complete = address(`${NAME}.`)
  const page = await browserOf(browser, complete)
  const studio = await joinBy(page, complete.url + link.pathname, 'Dot')
  expect(new URL(page.url()).hostname).toBe(`${NAME}.`)
  await (await studio.generate('With a dot.')).getByRole('button', { name: 'Copy task ID' }).waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})
