import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { unzip } from '@/testing/zip'
import { expect, type Studio, test } from './kit'

const QUICK = { pendingMs: 100, processingMs: 300, uploadingMs: 100 }
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
const check = (studio: Studio, name: string) => studio.card(name).getByRole('checkbox', { name: 'Select' })
const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' })

test.beforeEach(({ sandbox }) => sandbox.set(QUICK))

/** Makes these, the first one first, and waits until the page shows their videos. */
async function withVideos(studio: Studio, ...prompts: string[]) {
  const { page } = studio
  for (const prompt of prompts)
    await page.request.post('/api/generations', { multipart: { prompt, resolution: '480p' } })
  await page.reload()
  for (const prompt of prompts) await expect(studio.card(prompt).getByLabel('Generated video')).toBeVisible()
}

/** Selects the first by its menu, and with Shift all up to the last. */
async function selectFrom(studio: Studio, first: string, last: string) {
  await studio.card(first).getByRole('button', { name: 'More' }).click()
  await studio.page.getByRole('menuitem', { name: 'Select' }).click()
  await check(studio, last).click({ modifiers: ['Shift'] })
}

const filesOf = async (download: Download) => unzip(await readFile((await download.path()) ?? ''))

test('several videos are selected with Shift, starred, tagged, downloaded together, and deleted with Undo', async ({
  studio,
}) => {
  const { page } = studio
  const names = ['Select one.', 'Select two.', 'Select three.', 'Select four.']
  await withVideos(studio, ...names)
  await selectFrom(studio, 'Select four.', 'Select two.')
  await expect(bar(page)).toContainText('3 selected')
  await expect(check(studio, 'Select three.')).toBeChecked()
  await expect(check(studio, 'Select one.')).not.toBeChecked()

  await bar(page).getByRole('button', { name: 'Star' }).click()
  for (const name of names.slice(1))
    await expect(studio.card(name).getByRole('button', { name: 'Star' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  await expect(bar(page).getByRole('button', { name: 'Unstar' })).toBeVisible()

  await bar(page).getByRole('button', { name: 'Tags' }).click()
  const field = page.getByRole('combobox', { name: 'Add a tag' })
  await field.fill('Summer 2026')
  await field.press('Enter')
  await field.fill('海边，')
  await expect(page.getByRole('button', { name: 'Remove the tag 海边' })).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  for (const name of names.slice(1)) await expect(studio.card(name)).toContainText('#Summer 2026 · #海边')
  await expect(studio.card('Select one.')).not.toContainText('#')

  const downloading = page.waitForEvent('download')
  await bar(page).getByRole('link', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^promptreel .* 3 videos\.zip$/)
  const files = await filesOf(download)
  expect(files.map(({ name }) => name.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual([
    'Select four',
    'Select three',
    'Select two',
  ])

  await bar(page).getByRole('button', { name: 'Select all shown' }).click()
  await expect(bar(page)).toContainText('4 selected')
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(bar(page)).toHaveCount(0)
  await toasts(page).getByRole('button', { name: 'Undo' }).click()
  for (const name of names) await expect(studio.card(name)).toBeVisible()
  await page.reload()
  for (const name of names) await expect(studio.card(name)).toBeVisible()
})

test('selecting works with the keyboard alone', async ({ studio }) => {
  const { page } = studio
  await withVideos(studio, 'Keys one.', 'Keys two.')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: 'Select' })).toHaveCount(0)
})

test('what the server refuses for some of the selected is put back, and one toast says so', async ({
  studio,
}) => {
  const { page } = studio
  await withVideos(studio, 'Refused one.', 'Refused two.', 'Refused three.')
  const { items } = await (await page.request.get('/api/generations')).json()
  await page.route(`**/api/generations/${items[1].id}`, (route) =>
    route.fulfill({ status: 503, body: 'away' }),
  )
  await selectFrom(studio, 'Refused three.', 'Refused one.')
  await bar(page).getByRole('button', { name: 'Star' }).click()
  await expect(toasts(page)).toContainText('The star of 1 video wasn’t changed.')
  const star = (name: string) => studio.card(name).getByRole('button', { name: 'Star' })
  await expect(star('Refused two.')).toHaveAttribute('aria-pressed', 'false')
  await expect(star('Refused three.')).toHaveAttribute('aria-pressed', 'true')
  await expect(star('Refused one.')).toHaveAttribute('aria-pressed', 'true')
})

test('a selection lasts while other videos are shown, and says how many are not', async ({ studio }) => {
  const { page } = studio
  await withVideos(studio, 'Lasting one.', 'Lasting two.')
  await selectFrom(studio, 'Lasting two.', 'Lasting one.')
  await page.getByRole('searchbox', { name: 'Search prompts' }).fill('two')
  await expect(studio.card('Lasting one.')).toHaveCount(0)
  await expect(bar(page)).toContainText('2 selected · 1 not in this view')
})

test('a video is tagged on its page, and the gallery filters by its tags', async ({ studio }) => {
  const { page } = studio
  await withVideos(studio, 'Tagged one.', 'Tagged two.')
  await studio.card('Tagged one.').getByRole('link', { name: 'Tagged one.' }).click()
  const field = page.getByRole('combobox', { name: 'Add a tag' })
  await field.fill('Draft, x'.replace('x', 'y'.repeat(41)))
  await expect(page.getByRole('alert').filter({ hasText: 'characters' })).toContainText('41')
  await field.fill('Draft')
  await field.press('Enter')
  await expect(page.getByRole('link', { name: 'Draft' })).toBeVisible()

  await page.goto('/')
  await page.getByRole('button', { name: 'Tags', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Draft 1' }).click()
  await expect(page).toHaveURL(/\?tag=Draft$/)
  await expect(studio.card('Tagged one.')).toBeVisible()
  await expect(studio.card('Tagged two.')).toHaveCount(0)
  await page.reload()
  await expect(studio.card('Tagged two.')).toHaveCount(0)

  await studio.card('Tagged one.').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Tags' }).click()
  await field.fill('dr')
  const options = page.getByRole('listbox', { name: 'Your tags' }).getByRole('option')
  await expect(options).toHaveCount(0) // it has that one already
  await field.fill('')
  await field.press('Backspace')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Nothing here is tagged “Draft”.')).toBeVisible()
  await page.getByRole('button', { name: 'Stop filtering by Draft' }).click()
  await expect(studio.card('Tagged one.')).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
})

test('on a phone the selection’s bar is at the bottom and nothing scrolls sideways', async ({ studio }) => {
  const { page } = studio
  await page.setViewportSize({ width: 320, height: 640 })
  await withVideos(studio, 'Narrow one.', 'Narrow two.')
  await selectFrom(studio, 'Narrow two.', 'Narrow one.')
  await expect(bar(page)).toContainText('2 selected')
  const box = await bar(page).boundingBox()
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(640)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await bar(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(page)).toHaveCount(0)
})
