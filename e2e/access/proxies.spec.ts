import { test as base } from '@playwright/test'
import { CANARY, expect, type Running, startStudio, startTeam } from '@/e2e/kit'
import { startSandbox } from '@/lib/sandbox'
import { head, sendRaw } from './raw'
import { becomeOwner, hydrated, signIn } from './team'

/** What a proxy in front of the studio may add to each request. */
const BASIC = { authorization: 'Basic dTpw' }

const test = base.extend<object, { running: Running }>({
  running: [
    async ({ browserName: _ }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny' })
      const running = await startTeam({ TENSORSLAB_BASE_URL: provider.url, HSTS_SECONDS: '86400' })
      await use(running)
      await running.stop()
      await provider.close()
    },
    { scope: 'worker' },
  ],
})

const get = (url: string, path: string, headers: [string, string][]) =>
  sendRaw(url, [head(`GET ${path} HTTP/1.1`, headers)])

test('behind a proxy with a password of its own, people sign in and work', async ({ browser, running }) => {
  const context = await browser.newContext({ baseURL: running.url, extraHTTPHeaders: BASIC })
  const page = await context.newPage()
  const studio = await becomeOwner(page, running)
  await (await studio.generate('Behind a proxy.')).getByRole('button', { name: 'Copy task ID' }).waitFor()
  await page.reload()
  await expect((await hydrated(page)).card('Behind a proxy.')).toBeVisible()
  await page.getByRole('link', { name: 'Account: Olga' }).click()
  await page.getByRole('menuitem', { name: 'Account' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, 'olga@example.com')
  await hydrated(page)
  const stranger = await browser.newContext({ baseURL: running.url, extraHTTPHeaders: BASIC })
  expect((await stranger.request.get('/api/generations')).status()).toBe(401)
})

test('under another name, pages say the right address in the reader’s language, and the log says which', async ({
  browser,
  running,
}) => {
  const english = await get(running.url, '/g/01JD?a=1', [['Host', 'films.example.com']])
  expect(english.status).toBe(403)
  expect(english.text).toContain('<html lang="en">')
  expect(english.text).toContain(`<a href="${running.url}/g/01JD?a=1">${running.url}</a>`)
  const chinese = await get(running.url, '/', [
    ['Host', 'films.example.com'],
    ['Accept-Language', 'zh-CN,zh;q=0.9'],
  ])
  expect(chinese.text).toContain('<html lang="zh-CN">')
  const call = await get(running.url, '/api/generations', [['Host', 'films.example.com']])
  expect([call.status, call.text]).toEqual([403, expect.stringContaining('application/problem+json')])
  expect(call.text).toContain(running.url)
  expect(running.log().match(/"host":"films.example.com"/g)).toHaveLength(1)

  const page = await browser.newPage()
  await page.goto(running.url.replace('127.0.0.1', 'localhost'))
  await page.getByRole('link', { name: running.url }).click()
  await expect(page).toHaveURL(new RegExp(`^${running.url}/`))
})

test('without sign-in, pages under another name say that the studio is for this machine', async () => {
  const local = await startStudio({ TENSORSLAB_BASE_URL: 'http://127.0.0.1:9' })
  const { port } = new URL(local.url)
  const { status, text } = await get(local.url, '/', [['Host', `evil.example:${port}`]])
  const own = await get(local.url, '/', [['Host', `LOCALHOST.:${port}`]])
  await local.stop()
  expect(status).toBe(403)
  expect(text).toContain('only on the computer that it runs on')
  expect(text).toContain(`<a href="${local.url}/">`)
  expect(own.status).toBe(200)
  expect(own.text.toLowerCase()).not.toContain('strict-transport-security')
})

test('every response asks browsers to insist on https exactly as long as HSTS_SECONDS says', async ({
  running,
}) => {
  for (const path of ['/sign-in', '/api/health', '/api/generations', '/icon.svg', '/nothing']) {
    const { headers } = await fetch(running.url + path)
    expect(headers.get('strict-transport-security'), path).toBe('max-age=86400')
  }
})
