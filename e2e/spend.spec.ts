import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const BUDGETLESS = { budgets: { studio: null }, console: { month: month(), credits: null } }

function month(): string {
  return new Date().toISOString().slice(0, 7)
}

const set = async (request: APIRequestContext, data: object) =>
  expect((await request.patch('/api/settings', { data })).ok()).toBe(true)

const WITHOUT_SOUND = 'SeeDance 2.0, 720p, without sound: credits per second'
const price = (page: Page, name = WITHOUT_SOUND) => page.getByRole('textbox', { name })

test.beforeEach(async ({ request, sandbox }) => {
  sandbox.set(QUICK)
  await set(request, { rates: [], thousand: null, failed: 'unknown', ...BUDGETLESS })
})

test('a price that was entered is the estimate, and what a video cost is shown by person', async ({
  studio,
}) => {
  const { page } = studio
  await studio.prompt().fill('Costs something.')
  await expect(page.getByText('5 s · 108,900 tokens')).toBeVisible()

  await page.getByRole('link', { name: 'Settings' }).click()
  await price(page).fill('ten')
  await page.getByLabel('Currency').fill('XYZ')
  await page.getByRole('button', { name: 'Save prices' }).click()
  await expect(price(page)).toHaveAccessibleDescription('Enter a number such as 12.5, without separators.')
  await expect(page.getByLabel('Currency')).toHaveAccessibleDescription(/code such as USD or CNY/)
  await price(page).fill('10')
  await page.getByLabel('Price of 1,000 credits').fill('1')
  await page.getByLabel('Currency').fill('usd')
  await page.getByRole('button', { name: 'Save prices' }).press('Enter')
  await expect(page.getByText('Prices saved.')).toBeAttached()

  await page.getByRole('link', { name: 'Promptreel' }).click()
  await expect(studio.prompt()).toHaveValue('Costs something.')
  await studio.prompt().focus()
  await expect(page.getByText('≈ 50 credits · $0.05')).toBeVisible()
  await studio.combobox('Duration').selectOption('10')
  await expect(page.getByText('≈ 100 credits · $0.10')).toBeVisible()
  await page.getByRole('switch', { name: 'Sound' }).click()
  await expect(page.getByText('10 s · 216,900 tokens')).toBeVisible()
  await page.getByRole('switch', { name: 'Sound' }).click()
  const card = await studio.generate('Costs something.')
  await expect(card.getByLabel('Generated video')).toBeVisible()

  await page.getByRole('link', { name: 'Settings' }).click()
  const row = page.getByRole('row', { name: /^You/ })
  await expect(row).toContainText('100')
  await expect(row).toContainText('$0.10')
  await page.getByRole('link', { name: 'Model', exact: true }).click()
  await expect(page.getByRole('row', { name: /^SeeDance 2\.0/ })).toContainText('$0.10')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe(`usage-${month()}-by-model.csv`)
})

test('over a budget nothing is sent, the page says what is left, and the prompt is kept', async ({
  studio,
  sandbox,
  request,
}) => {
  const { page } = studio
  const rates = [{ model: 'seedance-2', resolution: '720p', sound: false, credits: 10 }]
  await set(request, { rates })
  const { total } = await (await request.get('/api/usage')).json()
  const taken = total.credits.reserved + total.credits.spent + total.credits.unknown
  await page.goto('/settings')
  await page.getByLabel('Whole studio').fill(`${taken + 20}`)
  await page.getByRole('button', { name: 'Save budgets' }).click()
  await expect(page.getByText(`The studio has 20 of ${taken + 20} credits left this month.`)).toBeVisible()

  await page.goto('/')
  const card = await studio.generate('Costs too much.')
  await expect(card).toContainText('Over budget')
  await expect(card).toContainText('needs 50 credits, but 20 of the studio’s')
  await expect(studio.prompt()).toHaveValue('Costs too much.')
  expect(sandbox.ledger().creates).toHaveLength(0)
})

test('what the console shows is compared, and the prices can be corrected by it', async ({
  studio,
  request,
}) => {
  const { page } = studio
  await set(request, { rates: [{ model: 'seedance-2', resolution: '720p', sound: false, credits: 10 }] })
  const card = await studio.generate('Is billed otherwise.')
  await expect(card.getByLabel('Generated video')).toBeVisible()
  const { total } = await (await request.get('/api/usage')).json()

  await page.goto('/settings')
  await page.getByLabel('Credits in the provider’s console').fill(`${total.credits.spent * 1.5}`)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText('Prices multiplied by 1.5 would match.')).toBeVisible()
  await page.getByRole('button', { name: 'Multiply prices by 1.5' }).click()
  await expect(price(page)).toHaveValue('15')
})

test('before something is sent again, what that costs is said', async ({ studio, sandbox, request }) => {
  const { page } = studio
  await set(request, { rates: [{ model: 'seedance-2', resolution: '720p', sound: false, credits: 10 }] })
  sandbox.fail({ on: 'create', fault: 'drop-after-accepting' })
  const card = await studio.generate('Answer lost.')
  await card.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('dialog')).toContainText('Sending it again: ≈ 50 credits')
})
