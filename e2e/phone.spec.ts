import type { Page } from '@playwright/test'
import { expect, type Studio, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Makes videos through the API, oldest first, and opens the studio with them. */
async function withVideos({ page, generateButton }: Studio, count: number) {
  for (let n = 1; n <= count; n++) {
    const answer = await page.request.post('/api/generations', {
      multipart: { resolution: '480p', prompt: `Take ${n}.`, ratio: n % 2 ? '16:9' : '4:3' },
    })
    const { id } = await answer.json()
    const status = async () => (await (await page.request.get(`/api/generations/${id}`)).json()).status
    await expect.poll(status).toBe('completed')
  }
  await page.goto('/')
  await expect(generateButton()).toBeEnabled()
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Scrolls to the oldest video; only cards near the viewport are in the page. */
const scrollToEnd = (studio: Studio) =>
  expect(async () => {
    await studio.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(studio.card('Take 1.')).toBeInViewport({ timeout: 1_000 })
  }).toPass()

const filters = ({ page }: Studio) => page.getByRole('navigation', { name: 'Filter videos' })
const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' })

test.beforeEach(({ sandbox }) => sandbox.set(QUICK))

test.describe('on a phone', () => {
  test.use(PHONE)

  test('the filters and New video stay in reach ten videos down, and lead back', async ({ studio }) => {
    const { page } = studio
    await withVideos(studio, 11)
    await expect(studio.newVideoButton(), 'the form itself is in view').toBeHidden()
    await scrollToEnd(studio)
    await expect(filters(studio)).toBeInViewport({ ratio: 1 })
    await expect(studio.newVideoButton()).toBeInViewport({ ratio: 1 })
    expect(await sideways(page)).toBe(0)

    await studio.newVideoButton().tap()
    await expect(studio.prompt()).toBeFocused()
    await expect(studio.prompt()).toBeInViewport()
    await expect(studio.newVideoButton()).toBeHidden()

    await scrollToEnd(studio)
    await filters(studio).getByRole('link', { name: 'Starred' }).tap()
    await expect(page).toHaveURL(/show=starred/)
    await expect(page.getByText('No starred videos yet.')).toBeInViewport()
  })

  test('nothing that can be pressed at the end of the page is behind the bar', async ({ studio }) => {
    const { page } = studio
    await withVideos(studio, 6)
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(studio.newVideoButton()).toBeVisible()
    const bar = await studio.newVideoButton().boundingBox()
    const star = studio.card('Take 1.').getByRole('button', { name: 'Star' })
    const box = await star.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
    // What the keyboard reaches is scrolled clear of both.
    for (const step of ['Tab', 'Shift+Tab']) {
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press(step)
        const hidden = await page.evaluate(() => {
          const focused = document.activeElement
          if (!focused?.closest('article')) return null
          const { left, top, width, height } = focused.getBoundingClientRect()
          const seen = document.elementFromPoint(left + width / 2, top + height / 2)
          return focused.contains(seen) || seen?.closest('article') ? null : focused.outerHTML
        })
        expect(hidden, 'focused, but covered').toBeNull()
      }
    }
  })

  test('a toast leaves the buttons of the card just used uncovered', async ({ studio }) => {
    const { page } = studio
    await withVideos(studio, 4)
    await scrollToEnd(studio)
    for (const block of ['start', 'end'] as const) {
      const card = studio.card('Take 2.')
      await card.evaluate((element, block) => element.scrollIntoView({ block }), block)
      await expect(studio.newVideoButton()).toBeVisible()
      await card.getByRole('button', { name: 'More' }).tap()
      await page.getByRole('menuitem', { name: 'Copy prompt' }).tap()
      const toast = toasts(page).getByRole('paragraph').last()
      await expect(toast).toBeVisible()
      const [said, used] = [
        await toast.boundingBox(),
        await card.getByRole('button', { name: 'Star' }).boundingBox(),
      ]
      if (!said || !used) throw new Error('not laid out')
      expect(said.y > used.y + used.height || said.y + said.height < used.y, block).toBe(true)
      await expect(filters(studio)).toBeInViewport({ ratio: 1 })
      const bar = await studio.newVideoButton().boundingBox()
      expect(said.y + said.height, 'the bar stays free').toBeLessThanOrEqual(bar?.y ?? 0)
      await toasts(page).getByRole('button', { name: 'Dismiss' }).last().tap()
      await expect(toast).toBeHidden()
    }
  })
})

test('on an upright tablet the form is beside the videos, and both are in view', async ({ studio }) => {
  const { page } = studio
  await page.setViewportSize({ width: 768, height: 1024 })
  await withVideos(studio, 6)
  const form = await page.getByRole('form').boundingBox()
  const card = await studio.card('Take 6.').boundingBox()
  expect(form?.width).toBeLessThan(768 / 2)
  expect(card?.x).toBeGreaterThanOrEqual(form?.width ?? 0)
  await expect(studio.card('Take 6.')).toBeInViewport({ ratio: 1 })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(studio.generateButton()).toBeInViewport({ ratio: 1 })
  await expect(filters(studio)).toBeInViewport({ ratio: 1 })
  await expect(studio.newVideoButton()).toBeHidden()
  expect(await sideways(page)).toBe(0)
})
