import { expect, test } from './kit'

test('without scripts one sentence says so in the reader’s language, and videos play', async ({
  browser,
  servers,
  studio,
  sandbox,
}) => {
  sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0 })
  const card = await studio.generate('Seen without scripts.')
  await expect(card.getByLabel('Generated video')).toBeVisible()
  const { url } = servers.running
  const { items } = await (await studio.page.request.get('/api/generations?limit=1')).json()
  for (const [locale, sentence, name] of [
    ['en-US', 'Making videos needs JavaScript', 'Generated video'],
    ['zh-CN', '无法生成视频', '生成的视频'],
  ] as const) {
    const context = await browser.newContext({ javaScriptEnabled: false, locale, baseURL: url })
    const page = await context.newPage()
    for (const path of ['/', `/g/${items[0].id}`]) {
      await page.goto(path)
      await expect(page.locator('noscript p')).toContainText(sentence)
      await expect(page.locator('noscript p')).toBeVisible()
      const video = page.locator('video[controls]')
      await expect(video).toHaveAccessibleName(name)
      const { x, y, width, height } = (await video.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      await page.mouse.click(x + width / 2, y + height / 2)
      await expect(video).toHaveJSProperty('paused', false)
    }
    await context.close()
  }
})
