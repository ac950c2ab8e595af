import type { Page } from '@playwright/test'
import { expect, file, photo, Studio, test } from './kit'
import { translator, WAYS, type Way } from './kit/translator'

const translate = (page: Page, way: Way) => page.evaluate(translator(way))

for (const way of WAYS) {
  test(`the studio works while a translator is at it (${way})`, async ({ studio, sandbox }) => {
    const { page } = studio
    sandbox.set({ pendingMs: 1_000, processingMs: 1_000 })
    await translate(page, way)
    const first = page.getByLabel('First frame', { exact: true })
    await first.setInputFiles(file('small.jpg', await photo(20, 200, 200)))
    await expect(page.getByRole('alert').filter({ hasText: '200 × 200' })).toBeVisible()
    await first.setInputFiles(file('beach.jpg', await photo(20)))
    await expect(page.getByRole('img', { name: 'Preview of beach.jpg' })).toBeVisible()
    await expect(page.getByText('200 × 200')).toHaveCount(0)
    await page.getByRole('button', { name: 'Camera', exact: true }).click()
    await page.getByRole('button', { name: 'Push-in', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove beach.jpg' }).click()
    await expect(page.locator('label').filter({ hasText: 'Add a photo' }).first()).toBeVisible()

    const card = await studio.generate('Translated on the way.')
    await expect(card.getByRole('timer')).toHaveText(/^0:0[1-9]/)
    await expect(card.getByLabel('Generated video')).toBeVisible()
    await expect(card.getByRole('timer')).toHaveCount(0)
    await card.getByRole('button', { name: 'Copy task ID' }).click()
    await card.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const undo = page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' })
    await undo.click()
    await expect(card).toBeVisible()
    await expect(undo).toHaveCount(0)

    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('button', { name: '生成', exact: true })).toBeVisible()
    await expect(page.locator('form').first()).not.toContainText('Add a photo')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('form').first()).toContainText('Add a photo')
  })
}

test('a page that is translated before it is hydrated works all the same', async ({
  browser,
  servers,
  sandbox: _,
}) => {
  const page = await browser.newPage({ baseURL: servers.running.url, locale: 'en-US' })
  await page.addInitScript(`document.addEventListener('DOMContentLoaded', () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) found.push(walker.currentNode)
    for (const text of found) {
      if (text.data.trim() === '' || text.parentElement.closest('script, style, textarea')) continue
      const font = document.createElement('font')
      font.append(text.data)
      text.replaceWith(font)
    }
  })`)
  await page.goto('/')
  const studio = new Studio(page)
  await expect(studio.generateButton().or(studio.newVideoButton())).toBeEnabled()
  const card = await studio.generate('Translated before anything ran.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('button', { name: '生成', exact: true })).toBeVisible()
  await page.close()
})

test('what is sent does not depend on translated words', async ({ studio, sandbox }) => {
  const { page } = studio
  await page.locator('summary', { hasText: 'Advanced' }).click()
  await page.evaluate(`for (const option of document.querySelectorAll('option')) {
    option.firstChild.replaceWith('«' + option.firstChild.data + '»')
  }`)
  await studio.combobox('Resolution').selectOption({ label: '«480p»' })
  const card = await studio.generate('Not by words.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(JSON.stringify(sandbox.ledger().tasks[0])).toContain('480p')
})
