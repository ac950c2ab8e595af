import type { Page } from '@playwright/test'
import { expect, PASSWORD, type Running, type Studio, setupCode, startTeam, test } from './kit'

/** Opens a composition in the focused field, as an input method does while its candidates are shown. */
async function compose(page: Page, text: string) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
  await browser.detach()
}

/** The same keys once the composition is over. */
async function commit(page: Page, text: string) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Input.insertText', { text })
  await browser.detach()
}

const submissions = async ({ page }: Studio): Promise<number> =>
  (await (await page.request.get('/api/generations')).json()).items.length

test('Ctrl+Enter sends what is composed in the prompt only when it is whole', async ({ studio }) => {
  const { page } = studio
  await studio.prompt().fill('一只')
  await studio.prompt().press('End')
  const before = await submissions(studio)
  for (const keys of ['Control+Enter', 'Meta+Enter', 'Control+Enter']) {
    await compose(page, 'kao la')
    await page.keyboard.press(keys)
  }
  await expect(studio.prompt()).toHaveValue('一只kao la')
  await commit(page, '考拉')
  await expect(studio.prompt()).toHaveValue('一只考拉')
  await page.keyboard.press('Control+Enter')
  await expect(studio.card('一只考拉')).toHaveCount(1)
  await expect(studio.card('一只考拉').getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(await submissions(studio)).toBe(before + 1)
})

test('Escape and Enter leave the search and the panels as they are while a composition is open', async ({
  studio,
}) => {
  const { page } = studio
  const search = page.getByRole('searchbox')
  await search.fill('考')
  await expect(page).toHaveURL(/q=/)
  await search.press('End')
  await compose(page, 'la')
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('考la')
  await page.keyboard.press('Enter')
  await expect(search).toHaveValue('考la')
  expect(decodeURIComponent(page.url()), 'nothing half typed is searched').not.toContain('la')
  await commit(page, '拉')
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')

  await page.getByRole('button', { name: 'Camera', exact: true }).click()
  const panel = page.getByRole('button', { name: 'Push-in', exact: true })
  await studio.prompt().focus()
  await compose(page, 'tui')
  await page.keyboard.press('Escape')
  await expect(panel).toBeVisible()
  await commit(page, '推')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('Enter sends no task ID while a composition is open', async ({ studio, sandbox }) => {
  const { page } = studio
  sandbox.fail({ on: 'create', fault: 'drop-after-accepting' })
  const card = await studio.generate('Its answer is lost.')
  await card.getByRole('button', { name: 'I found it' }).click()
  const field = card.getByRole('textbox')
  await field.fill('task')
  await field.press('End')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await compose(page, 'ming')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('taskming')
  await expect(field).not.toHaveAttribute('aria-invalid', 'true')
  expect(sent).toEqual([])
})

test('nobody is signed in, and no account is made, by the Enter of a composition', async ({ browser }) => {
  const running: Running = await startTeam({ TENSORSLAB_BASE_URL: 'http://127.0.0.1:9' })
  const page = await (await browser.newContext({ baseURL: running.url, locale: 'en-US' })).newPage()
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Setup code' }).fill(setupCode(running))
  await page.getByRole('textbox', { name: 'Email' }).fill('olga@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  const name = page.getByRole('textbox', { name: 'Your name' })
  await name.fill('王')
  await name.press('End')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await compose(page, 'fang')
  await page.keyboard.press('Enter')
  await expect(name).toHaveValue('王fang')
  expect(sent).toEqual([])
  await commit(page, '芳')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${running.url}/`)
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toBeVisible()
  await running.stop()
})
