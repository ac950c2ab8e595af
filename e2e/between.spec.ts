import type { Page, Route } from '@playwright/test'
import { expect, file, photo, Studio, test } from './kit'

const HTML = '<html><head><title>Error</title></head><body><center><h1>nginx</h1></center></body></html>'
const answer = (status: number) => (route: Route) =>
  route.fulfill({ status, contentType: 'text/html', body: HTML })

const again = (page: Page) => page.getByRole('button', { name: 'Try again' })
const another = (page: Page) => page.getByRole('button', { name: 'Choose another' })

for (const [status, sentence, helps] of [
  [
    413,
    /^At .* MB this is too large for the proxy in front of the studio \(it allows less than .* MB\)/,
    false,
  ],
  [403, /refused this \(HTTP 403\)/, false],
  [502, /can’t reach it \(HTTP 502\)/, true],
  [504, /can’t reach it \(HTTP 504\)/, true],
  [200, /perhaps the sign-in page of your network/, true],
] as const) {
  test(`a photo that something else answers with ${status} is told so, in both languages`, async ({
    studio,
  }) => {
    const { page } = studio
    await page.route('**/api/images', answer(status))
    await studio.choose('First frame', file('beach.jpg', await photo(20)))
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
    await expect(helps ? again(page) : another(page)).toBeVisible()
    await expect(helps ? another(page) : again(page)).toHaveCount(0)
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /代理|防火墙|本服务/ })).toBeVisible()
    if (!helps) return
    await page.unroute('**/api/images')
    await page.getByRole('button', { name: '重试' }).click()
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  })
}

test('a redirect of the upload to a sign-in page elsewhere is told as that', async ({
  browser,
  servers,
  sandbox: _,
}) => {
  // On a page of its own, because the browser complains of the redirect.
  const page = await browser.newPage({ baseURL: servers.running.url, locale: 'en-US' })
  await page.goto('/')
  const studio = new Studio(page)
  await expect(studio.generateButton().or(studio.newVideoButton())).toBeEnabled()
  const login = { status: 302, headers: { location: 'https://login.example.com/' } }
  await page.route(/\/api\/(images|health)$/, (route) => route.fulfill(login))
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await expect(page.getByRole('alert').filter({ hasText: 'sign-in page' })).toBeVisible()
  await page.close()
})

test('a submission that never got past the proxy is told so, and is offered again only where that helps', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  await page.route('**/api/generations', answer(413))
  const tooLarge = await studio.generate('Too large for it.')
  await expect(tooLarge).toContainText('too large for the proxy in front of the studio')
  await expect(tooLarge.getByRole('button', { name: 'Edit and try again' })).toBeVisible()
  await expect(tooLarge.getByRole('button', { name: 'Send again' })).toHaveCount(0)

  await page.unroute('**/api/generations')
  await page.route('**/api/generations', answer(502))
  const away = await studio.generate('While it restarts.')
  await expect(away).toContainText('HTTP 502')
  await expect(away).toContainText('at most one video')
  await page.unroute('**/api/generations')
  await away.getByRole('button', { name: 'Send again' }).click()
  await expect(studio.card('While it restarts.').getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().creates).toHaveLength(1)
})

test('what answers polls is no news of the videos, and is told where waiting does not help', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  sandbox.set({ pendingMs: 600_000 })
  const card = await studio.generate('Still being made.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const toast = page.getByRole('region', { name: 'Notifications' })
  await page.route(/\/api\/generations/, answer(404))
  await expect(toast).toContainText('No connection to the server')
  await expect(card.getByRole('timer')).toBeVisible()
  await page.unroute(/\/api\/generations/)
  await expect(toast).toBeHidden()
  await page.route(/\/api\/generations/, answer(200))
  await expect(toast).toContainText('sign-in page of your network')
  await page.unroute(/\/api\/generations/)
  await expect(toast).toBeHidden()
  await expect(card.getByRole('timer')).toBeVisible()
})
