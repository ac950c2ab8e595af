import { expect, file, photo, Studio, test } from './kit'

/**
 * Takes from Chromium what the oldest browsers that we support lack (README): Chrome and Edge 111, Firefox 111, Safari
 * 16.4. Something is here once one of them lacks it.
 */
const TAKE_AWAY = `
  const take = (object, ...names) => { for (const name of names) if (object) delete object[name] }
  take(AbortSignal, 'any')
  take(Promise, 'withResolvers', 'try')
  take(Array, 'fromAsync')
  take(Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with')
  take(Object.getPrototypeOf(Int8Array.prototype), 'toSorted', 'toReversed', 'with')
  take(Object, 'groupBy')
  take(Map, 'groupBy')
  take(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom')
  take(globalThis.Iterator?.prototype, 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find')
  take(globalThis, 'Iterator', 'requestIdleCallback', 'cancelIdleCallback', 'scheduler', 'navigation', 'CloseWatcher', 'EditContext')
  take(URL, 'canParse', 'parse')
  take(String.prototype, 'isWellFormed', 'toWellFormed')
  take(Intl, 'Segmenter', 'DurationFormat')
  take(RegExp, 'escape')
  take(Uint8Array, 'fromBase64', 'fromHex')
  take(Uint8Array.prototype, 'toBase64', 'toHex')
  take(Response, 'json')
  take(Blob.prototype, 'bytes')
  take(Response.prototype, 'bytes')
  take(ReadableStream, 'from')
  take(ReadableStream.prototype, Symbol.asyncIterator, 'values')
  take(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover', 'inert')
  take(HTMLDialogElement.prototype, 'closedBy', 'requestClose')
  take(Element.prototype, 'checkVisibility', 'moveBefore', 'setHTMLUnsafe', 'startViewTransition')
  take(Document.prototype, 'startViewTransition', 'caretPositionFromPoint')
  take(HTMLVideoElement.prototype, 'requestVideoFrameCallback', 'cancelVideoFrameCallback')
  take(ArrayBuffer.prototype, 'transfer', 'resize')
  for (const method of ['matches', 'closest', 'querySelector', 'querySelectorAll']) {
    const real = Element.prototype[method]
    Element.prototype[method] = function (selector) {
      if (/:popover-open|:has\\(|:open\\b/.test(selector)) throw new DOMException(selector, 'SyntaxError')
      return real.call(this, selector)
    }
  }
`

test('the main job works in the oldest browsers that are supported', async ({
  browser,
  servers,
  sandbox,
}) => {
  sandbox.set({ pendingMs: 300, processingMs: 300, uploadingMs: 0 })
  const context = await browser.newContext({ baseURL: servers.running.url, locale: 'en-US' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.addInitScript(TAKE_AWAY)
  await page.goto('/')
  const studio = new Studio(page)
  await expect(studio.generateButton()).toBeEnabled()

  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await page.getByRole('button', { name: 'Reframe beach.jpg' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  const card = await studio.generate('Made in an old browser.')
  await expect(card.getByLabel('Generated video')).toBeVisible()

  const more = card.getByRole('button', { name: 'More' })
  const menu = page.getByRole('menu')
  await more.click()
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem').nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(more).toBeFocused()
  await more.click()
  await more.click()
  await expect(menu, 'the button that opened it closes it').toHaveCount(0)
  await more.click()
  await page.getByRole('searchbox').click()
  await expect(menu, 'a press elsewhere closes it').toHaveCount(0)
  await more.click()
  await menu.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toBeVisible()

  await page.keyboard.press('Escape')
  await page.locator('body').press('Shift+?')
  const help = page.getByRole('dialog')
  await expect(help).toBeVisible()
  await page.mouse.click(5, 5)
  await expect(help, 'a press outside closes it').toHaveCount(0)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('button', { name: '生成', exact: true })).toBeVisible()
  await page.goto(`/g/${(await (await page.request.get('/api/generations?limit=1')).json()).items[0].id}`)
  await expect(page.getByLabel('生成的视频')).toBeVisible()
  expect(faults).toEqual([])
  await context.close()
})
