import type { Page } from '@playwright/test'
import { expect, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }

/** Simulates switching tabs: an automated browser never hides a page by itself. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    hidden ? 'hidden' : 'visible',
  )

/** Replaces the Notification API, whose output no test can see, and records what was shown. */
async function catchNotifications(page: Page, permission: 'granted' | 'denied' | 'default') {
  await page.addInitScript((answer) => {
    const shown: { title: string; body: string; press: () => void }[] = []
    class Caught {
      static permission = answer === 'default' ? 'default' : answer
      static async requestPermission() {
        Caught.permission = answer === 'default' ? 'denied' : answer
        return Caught.permission
      }
      onclick: (() => void) | null = null
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        shown.push({ title, body, press: () => this.onclick?.() })
      }
      close() {}
    }
    Object.assign(window, { Notification: Caught, shown })
  }, permission)
  await page.reload()
}

const notifications = (page: Page) =>
  page.evaluate(() => {
    const { shown }: { shown?: { title: string; body: string }[] } = Object(window)
    return (shown ?? []).map(({ title, body }) => `${title}: ${body}`)
  })
const press = (page: Page) =>
  page.evaluate(() => {
    const { shown }: { shown?: { press: () => void }[] } = Object(window)
    shown?.at(-1)?.press()
  })

test('the tab’s title counts videos in progress, and shows a tick for one that finished while hidden', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  sandbox.set(QUICK)
  sandbox.fail({ on: 'read', fault: 'http-error', times: 'always' }) // keeps the video in progress until the page is hidden
  await expect(page).toHaveTitle(/^Promptreel$|^\(\d+\) Promptreel$/)
  const before = Number(/\d+/.exec(await page.title())?.[0] ?? 0)
  const titleWith = (more: number) => (before + more > 0 ? `(${before + more}) Promptreel` : 'Promptreel')
  await (await studio.generate('One of two.')).getByRole('button', { name: 'Copy task ID' }).waitFor()
  await expect(page).toHaveTitle(titleWith(1))

  await page.clock.install()
  await hide(page, true)
  sandbox.heal()
  await expect(async () => {
    await page.clock.fastForward('15')
    await expect(page).toHaveTitle(`✓ ${titleWith(0)}`, { timeout: 500 })
  }).toPass()
  await hide(page, false)
  await expect(page).toHaveTitle(titleWith(0))
})

test('a finished video shows a notification if allowed and the page is hidden, and clicking it opens the card', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  await catchNotifications(page, 'granted')
  const notify = page.getByRole('button', { name: 'Notify me when a video is done' })
  await expect(notify).toHaveAttribute('aria-pressed', 'false')
  await notify.click()
  await expect(notify).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(notify).toHaveAttribute('aria-pressed', 'true')

  sandbox.set(QUICK)
  const seen = await studio.generate('Made in full view.')
  await expect(seen.getByLabel('Generated video')).toBeVisible()
  expect(await notifications(page)).toEqual([])

  await page.clock.install()
  const card = await studio.generate('Made out of sight.')
  await expect(card).toBeVisible()
  await hide(page, true)
  await expect(async () => {
    await page.clock.fastForward('15')
    expect(await notifications(page)).toEqual(['Your video is ready: Made out of sight.'])
  }).toPass()
  await press(page)
  await expect(card).toBeFocused()
})

test('notifications are not offered where the browser blocks them', async ({ studio }) => {
  const { page } = studio
  const notify = page.getByRole('button', { name: 'Notify me when a video is done' })
  await catchNotifications(page, 'denied')
  await expect(studio.generateButton()).toBeEnabled()
  await expect(notify).toHaveCount(0)
})

test('a user who declines notifications is not asked again', async ({ studio }) => {
  const { page } = studio
  await catchNotifications(page, 'default')
  const notify = page.getByRole('button', { name: 'Notify me when a video is done' })
  await notify.click()
  await expect(notify).toHaveCount(0)
  await expect(page.getByRole('banner').getByRole('button').first()).toBeFocused()
})
