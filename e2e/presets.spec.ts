import type { Page } from '@playwright/test'
import { expect, type Studio, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const PROMPT = 'A {product} turns on a {surface}, {product} in focus.'

test.beforeEach(async ({ sandbox, request }) => {
  sandbox.set(QUICK)
  const { items } = await (await request.get('/api/presets')).json()
  for (const { id } of items) await request.delete(`/api/presets/${id}`)
})

const dialog = (page: Page) => page.getByRole('dialog')
const open = ({ page }: { page: Page }) => page.getByRole('button', { name: 'Presets', exact: true }).click()
const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' })

async function save(studio: Pick<Studio, 'page'>, name: string) {
  await open(studio)
  await dialog(studio.page).getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog(studio.page).getByRole('button', { name: 'Save as preset' }).click()
}
const inList = (page: Page, name: string) => dialog(page).getByRole('listitem').filter({ hasText: name })

test('what stands in the form is saved, and inserted with its blanks filled in; Undo brings back what was there', async ({
  studio,
}) => {
  const { page } = studio
  await studio.prompt().fill(PROMPT)
  await studio.combobox('Ratio').selectOption('1:1')
  await studio.combobox('Duration').selectOption('10')
  await save(studio, 'Product turn')
  await expect(inList(page, 'Product turn')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await page.getByText('Advanced', { exact: true }).click()
  await page.getByRole('button', { name: 'Reset settings' }).click()
  await studio.prompt().fill('Something else.')

  await page.reload()
  await open(studio)
  await page.getByRole('button', { name: 'Insert “Product turn”' }).click()
  const product = dialog(page).getByRole('textbox', { name: 'product' })
  const surface = dialog(page).getByRole('textbox', { name: 'surface' })
  await expect(product).toBeFocused()
  await expect(dialog(page).getByRole('textbox')).toHaveCount(2)
  await page.keyboard.type('red kettle')
  await page.keyboard.press('Enter')
  await expect(surface).toBeFocused()
  await page.keyboard.type('oak table')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(studio.prompt()).toHaveValue('A red kettle turns on a oak table, red kettle in focus.')
  await expect(studio.prompt()).toBeFocused()
  await expect(studio.combobox('Ratio')).toHaveValue('1:1')
  await expect(studio.combobox('Duration')).toHaveValue('10')

  await toasts(page).getByRole('button', { name: 'Undo' }).click()
  await expect(studio.prompt()).toHaveValue('Something else.')
  await expect(studio.combobox('Duration')).toHaveValue('5')
})

test('the seed stays out of it, and in the form', async ({ studio, request }) => {
  const { page } = studio
  await studio.prompt().fill('No blanks here.')
  await page.getByText('Advanced', { exact: true }).click()
  const seed = page.getByRole('textbox', { name: 'Seed' })
  await seed.fill('7')
  await save(studio, 'Plain')
  await expect(inList(page, 'Plain')).toBeVisible()
  const { items } = await (await request.get('/api/presets')).json()
  expect(items).toMatchObject([{ prompt: 'No blanks here.', settings: { seed: null } }])
  await page.getByRole('button', { name: 'Insert “Plain”' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(studio.prompt()).toHaveValue('No blanks here.')
  await expect(seed).toHaveValue('7')
})

test('what is left empty stays as a blank, and Back inserts nothing', async ({ studio }) => {
  const { page } = studio
  await studio.prompt().fill(PROMPT)
  await save(studio, 'Half')
  await page.getByRole('button', { name: 'Insert “Half”' }).click()
  await dialog(page).getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Insert “Half”' }).click()
  await dialog(page).getByRole('textbox', { name: 'surface' }).fill('stone')
  await dialog(page).getByRole('button', { name: 'Insert' }).click()
  await expect(studio.prompt()).toHaveValue('A {product} turns on a stone, {product} in focus.')
})

test('a name that is missing or taken, and a form without a prompt, are refused in words', async ({
  studio,
}) => {
  const { page } = studio
  await studio.prompt().fill('A tide.')
  await save(studio, '')
  const name = dialog(page).getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveAccessibleDescription(/Enter a name/)
  await expect(name).toBeFocused()
  for (const description of [/^Saves prompt/, /already have a preset with this name/]) {
    await name.fill('Tide')
    await name.press('Enter')
    await expect(name).toHaveAccessibleDescription(description)
  }
  await expect(name).toHaveValue('Tide')
  await page.keyboard.press('Escape')
  await studio.prompt().fill('')
  await save(studio, 'Nothing')
  await expect(name).toHaveAccessibleDescription(/Describe what the video should show/)
})

test('one is deleted after a question', async ({ studio, request }) => {
  const { page } = studio
  await studio.prompt().fill('A tide.')
  await save(studio, 'Tide')
  const remove = page.getByRole('button', { name: 'Delete “Tide”' })
  await remove.click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(inList(page, 'Tide')).toBeVisible()
  await remove.click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(inList(page, 'Tide')).toHaveCount(0)
  await expect(dialog(page)).toContainText('No presets yet')
  expect((await (await request.get('/api/presets')).json()).items).toEqual([])
})

test('without accounts there is nobody to share with', async ({ studio }) => {
  await open(studio)
  await expect(dialog(studio.page).getByRole('textbox', { name: 'Name' })).toBeVisible()
  await expect(dialog(studio.page).getByRole('switch')).toHaveCount(0)
})

test('in Chinese, on a phone', async ({ browser, sandbox: _, servers }) => {
  const page = await browser.newPage({
    baseURL: servers.running.url,
    locale: 'zh-CN',
    viewport: { width: 320, height: 640 },
  })
  await page.goto('/')
  await page.getByRole('textbox', { name: '提示词' }).fill('{产品}放在{场景}中，缓慢旋转。')
  await page.getByRole('button', { name: '预设', exact: true }).click()
  await dialog(page).getByRole('textbox', { name: '名称' }).fill('产品展示')
  await dialog(page).getByRole('button', { name: '存为预设' }).click()
  await dialog(page).getByRole('button', { name: '使用“产品展示”' }).click()
  await dialog(page).getByRole('textbox', { name: '产品' }).fill('茶壶')
  await dialog(page).getByRole('textbox', { name: '场景' }).fill('竹林')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '提示词' })).toHaveValue('茶壶放在竹林中，缓慢旋转。')
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  await page.close()
})
