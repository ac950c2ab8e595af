import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator } from '@playwright/test'
import { expect, photo, type Running, Studio, test } from './kit'

const preview = ({ page }: Studio, name: string) => page.getByRole('img', { name: `Preview of ${name}` })
const alert = ({ page }: Studio, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text })
const again = ({ page }: Studio) => page.getByRole('button', { name: 'Try again' })
const another = ({ page }: Studio) => page.getByRole('button', { name: 'Choose another' })

/** The studio on a page of its own: what the browser itself says of a request that failed is no fault here. */
async function openStudio(browser: Browser, { running }: { running: Running }): Promise<Studio> {
  const page = await browser.newPage({ baseURL: running.url, locale: 'en-US' })
  await page.goto('/')
  const studio = new Studio(page)
  await expect(studio.generateButton().or(studio.newVideoButton())).toBeEnabled()
  return studio
}

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-files-'))
})
test.afterEach(() => rm(folder, { recursive: true }))

for (const [what, change] of [
  ['is deleted', (path: string) => rm(path)],
  ['changes', async (path: string) => writeFile(path, await photo(200))],
] as const) {
  test(`a file that ${what} after it was chosen is not offered again`, async ({
    browser,
    servers,
    sandbox: _,
  }) => {
    const studio = await openStudio(browser, servers)
    const { page } = studio
    const path = join(folder, 'beach.jpg')
    await writeFile(path, await photo(20))
    await page.route('**/api/images', (route) => route.abort())
    await page.getByLabel('First frame', { exact: true }).setInputFiles(path)
    await expect(alert(studio, 'The upload was interrupted. Your photo is still here.')).toBeVisible()
    await page.unroute('**/api/images')
    await change(path)
    await again(studio).click()
    await expect(alert(studio, 'beach.jpg can’t be read any more.')).toBeVisible()
    await expect(again(studio)).toHaveCount(0)
    await expect(another(studio)).toBeVisible()
    await page.getByRole('button', { name: '中文' }).click()
    await expect(alert(studio, '无法再读取 beach.jpg')).toBeVisible()
    await page.close()
  })
}

test('a file that goes away during its upload is told as that', async ({ browser, servers, sandbox: _ }) => {
  const studio = await openStudio(browser, servers)
  const { page } = studio
  const path = join(folder, 'beach.jpg')
  await writeFile(path, await photo(20))
  await page.route('**/api/images', async (route) => {
    await rm(path, { force: true })
    await route.abort()
  })
  await page.getByLabel('First frame', { exact: true }).setInputFiles(path)
  await expect(alert(studio, 'beach.jpg can’t be read any more.')).toBeVisible()
  await expect(another(studio)).toBeVisible()
  await page.close()
})

test('an empty file and a placeholder of a cloud are named as what they are', async ({ studio }) => {
  const first = studio.page.getByLabel('First frame', { exact: true })
  for (const [name, content, sentence] of [
    ['beach.jpg', '', 'beach.jpg is empty'],
    ['beach', '', 'beach is empty'],
    ['.beach.jpg.icloud', 'bplist00', 'is only a placeholder'],
  ] as const) {
    await first.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
    await expect(alert(studio, sentence)).toBeVisible()
    await expect(again(studio)).toHaveCount(0)
  }
})

for (const mimeType of ['', 'application/octet-stream', 'text/plain', 'image/png']) {
  test(`a JPEG that the system calls "${mimeType}" is taken by its bytes`, async ({ studio }) => {
    const image = await photo(20)
    await studio.page.getByLabel('First frame', { exact: true }).evaluate(
      (input, [bytes, type]) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], 'beach.JPG', { type }))
        const init = { dataTransfer: data, bubbles: true, cancelable: true }
        for (const name of ['dragenter', 'dragover', 'drop']) input.dispatchEvent(new DragEvent(name, init))
      },
      [[...image], mimeType] as const,
    )
    await expect(preview(studio, 'beach.JPG')).toBeVisible()
    await expect(studio.page.getByRole('progressbar')).toHaveCount(0)
    await expect(another(studio)).toHaveCount(0)
  })
}

test('a refusal that has nothing to do with the photo offers to try again', async ({ studio }) => {
  const { page } = studio
  const body = JSON.stringify({ code: 'storage_full', detail: 'The disk is full.' })
  await page.route('**/api/images', (route) =>
    route.fulfill({ status: 507, contentType: 'application/problem+json', body }),
  )
  await page.getByLabel('First frame', { exact: true }).setInputFiles({
    name: 'beach.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(20),
  })
  await expect(again(studio)).toBeVisible()
  await page.unroute('**/api/images')
  await again(studio).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(again(studio)).toHaveCount(0)
})

test('in every text field the text of a clipboard is meant, whatever picture comes with it', async ({
  studio,
}) => {
  const { page } = studio
  await page.locator('summary', { hasText: 'Advanced' }).click()
  const image = [...(await photo(20, 400, 400))]
  /** Pastes into a field; says whether the browser is left to do it. */
  const paste = (field: Locator, text: string, name: string) =>
    field.evaluate(
      (element: HTMLElement, [text, name, bytes]) => {
        element.focus()
        const data = new DataTransfer()
        data.setData('text/plain', text)
        data.setData('text/html', `<b>${text}</b>`)
        data.items.add(new File([Uint8Array.from(bytes)], name, { type: 'image/png' }))
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        return element.dispatchEvent(event)
      },
      [text, name, image] as const,
    )
  await expect(page.getByLabel('Seed', { exact: true })).toBeVisible()
  const fields = page.locator('textarea, input[type="text"], input[type="search"], input[type="number"]')
  const all = await fields.all()
  expect(all.length).toBeGreaterThanOrEqual(3)
  for (const field of all) expect(await paste(field, '42', 'image.png'), `${field}`).toBe(true)
  await expect(page.getByRole('img', { name: /^Preview/ })).toHaveCount(0)
  expect(await paste(fields.last(), 'beach.png', 'beach.png')).toBe(false)
  await expect(preview(studio, 'beach.png')).toBeVisible()
})
