import sharp from 'sharp'
import * as z from 'zod'
import { expect, test } from './kit'

const manifestSchema = z.object({
  name: z.literal('Promptreel'),
  description: z.string(),
  lang: z.string(),
  display: z.literal('standalone'),
  icons: z.array(
    z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string().optional() }),
  ),
})

test('the studio can be installed, and its icons have the sizes that the manifest declares', async ({
  studio,
  request,
}) => {
  const address = await studio.page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = manifestSchema.parse(await (await request.get(address ?? '')).json())
  expect(manifest.icons.map(({ purpose = 'any' }) => purpose)).toContain('maskable')
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await request.get(src)
    expect([src, answer.headers()['content-type']]).toEqual([src, type])
    if (sizes === 'any') continue
    const { width, height } = await sharp(await answer.body()).metadata()
    expect(`${width}x${height}`).toBe(sizes)
  }
  const touch = await studio.page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  const { width, hasAlpha } = await sharp(await (await request.get(touch ?? '')).body()).metadata()
  expect([width, hasAlpha]).toEqual([180, false])
})

test('every page names its icon, and a browser that asks for the old address finds one', async ({
  studio,
  request,
}) => {
  for (const path of ['/', '/nothing/here']) {
    await studio.page.goto(path)
    await expect(studio.page.locator('link[rel=icon]')).toHaveAttribute('href', '/icon.svg')
  }
  expect((await request.get('/icon.svg')).headers()['content-type']).toBe('image/svg+xml')
  const old = await request.get('/favicon.ico')
  expect([old.status(), old.headers()['content-type']]).toEqual([200, 'image/x-icon'])
})

test('the page’s metadata is in the reader’s language and keeps search engines from indexing it', async ({
  studio,
  request,
}) => {
  const headers = { 'accept-language': 'zh-CN' }
  const chinese = manifestSchema.parse(await (await request.get('/manifest.webmanifest', { headers })).json())
  expect([chinese.lang, chinese.description]).toEqual(['zh-CN', expect.stringMatching(/\p{Script=Han}/u)])
  await expect(studio.page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow')
  const english = studio.page.locator('meta[name=description]')
  await expect(english).toHaveAttribute('content', /^Make videos/)
})

test('the browser’s theme colour follows the chosen theme', async ({ studio }) => {
  const { page } = studio
  const colours = page.locator('meta[name=theme-color]')
  await expect(colours).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('light')
  await expect(colours).toHaveCount(1)
  await expect(colours).toHaveAttribute('content', '#f7f6f4')
})

test('the invisible list of themes can’t widen the page, as it would in WebKit', async ({ studio }) => {
  const list = studio.page.getByRole('combobox', { name: 'Theme' })
  await expect(list.locator('..')).toHaveCSS('overflow', 'clip')
})

test('an unknown URL shows a 404 page that links to the studio', async ({ studio }) => {
  const { page } = studio
  const answer = await page.goto('/nothing/here')
  expect(answer?.status()).toBe(404)
  await expect(page).toHaveTitle('Page not found')
  await page.getByRole('link', { name: 'Go to the studio' }).click()
  await expect(studio.generateButton()).toBeEnabled()
})
