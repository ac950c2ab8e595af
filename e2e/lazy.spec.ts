import type { Locator } from '@playwright/test'
import { centre, drag, expect, onDisk, photo, Studio, test } from './kit'

test('a lazy-loaded part that fails to load shows a toast, and opens once the connection is back', async ({
  browser,
  servers,
  sandbox: _,
}) => {
  const context = await browser.newContext({ baseURL: servers.running.url, locale: 'en-US' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto('/')
  const studio = new Studio(page)
  await expect(studio.generateButton()).toBeEnabled()
  const card = await studio.generate('Its menu comes later.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await studio.prompt().fill('Not sent yet.')

  // Being offline shows a toast of its own, a little later, which goes away by itself.
  const toast = (text: string) =>
    page.getByRole('region', { name: 'Notifications' }).getByRole('paragraph').filter({ hasText: text })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const openers = [
    { press: card.getByRole('button', { name: 'More' }), shown: page.getByRole('menu') },
    { press: button('Keyboard shortcuts'), shown: page.getByRole('dialog') },
    { press: button('Camera'), shown: button('Push-in') },
  ]
  /** Presses until the toast appears and dismisses it. Toasts expire after seconds: a slow machine presses again. */
  const expectToast = async (press: Locator, text: string) => {
    await expect(async () => {
      await press.click()
      await toast(text).getByRole('button').click({ timeout: 20_000 })
    }).toPass()
    await expect(toast(text)).toHaveCount(0)
  }
  await context.setOffline(true)
  for (const { press } of openers) await expectToast(press, 'can’t be reached')
  await expectToast(button('中文'), 'wasn’t saved')

  await context.setOffline(false)
  await page.route(/\.js$/, (route) => route.abort()) // as after an upgrade: the server responds, but the old chunks are gone
  await expectToast(button('中文'), 'wasn’t saved')
  await page.unroute(/\.js$/)
  for (const { press, shown } of openers) {
    await press.click()
    await expect(shown).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await button('中文').click()
  await expect(page.getByRole('textbox', { name: '提示词', exact: true })).toHaveValue('Not sent yet.')
  expect(faults).toEqual([])
  await context.close()
})

test('the server renders the buttons of a failed card before their code arrives, and nobody can press them until then', async ({
  browser,
  servers,
  sandbox,
}) => {
  sandbox.fail({ on: 'create', fault: 'http-error', status: 500 })
  const prompt = 'Its buttons come later.'
  const context = await browser.newContext({ baseURL: servers.running.url, locale: 'en-US' })
  await context.request.post('/api/generations', { multipart: { prompt } })
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const page = await context.newPage()
  await page.route(/\.js$/, async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('Track it')) await arrival
    await route.fulfill({ response })
  })
  await page.goto('/', { waitUntil: 'commit' })
  const studio = new Studio(page)
  await expect(studio.generateButton()).toBeEnabled()
  const card = studio.card(prompt)
  await expect(card.locator('[inert]').getByText('Send again')).toBeVisible()
  // A photo dropped on it is taken nonetheless, and the browser doesn't open it in place of the page.
  const { paths, clean } = await onDisk({ 'a.jpg': await photo(20) })
  await (await drag(page, { files: paths }, await centre(card))).drop()
  await expect(page.getByRole('img', { name: 'Preview of a.jpg' })).toBeVisible()
  await clean()
  arrive()
  await card.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('dialog')).toContainText(/twice/)
  expect(sandbox.ledger().creates).toHaveLength(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
})
