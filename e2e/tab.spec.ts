import type { Page } from '@playwright/test'
import { expect, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }

/** As when another tab is chosen; a browser that is steered never hides one by itself. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    hidden ? 'hidden' : 'visible',
  )

/** Stands in for the system's notices, which no test can see: keeps what was shown. */
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

test('the tab’s title counts videos in progress, and shows a tick for one that ended out of sight', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  sandbox.set(QUICK)
  sandbox.fail({ on: 'read', fault: 'http-error', times: 'always' }) // it cannot end before nobody looks
  await expect(page).toHaveTitle(/^Promptreel$|^\(\d+\) Promptreel$/)
  const before = Number(/\d+/.exec(await page.title())?.[0] ?? 0)
  const counted = (more: number) => (before + more > 0 ? `(${before + more}) Promptreel` : 'Promptreel')
  await (await studio.generate('One of two.')).getByRole('button', { name: 'Copy task ID' }).waitFor()
  await expect(page).toHaveTitle(counted(1))

  await page.clock.install()
  await hide(page, true)
  sandbox.heal()
  await expect(async () => {
    await page.clock.fastForward('15')
    await expect(page).toHaveTitle(`✓ ${counted(0)}`, { timeout: 500 })
  }).toPass()
  await hide(page, false)
  await expect(page).toHaveTitle(counted(0))
})

test('a notification is shown if allowed and the page is hidden, and clicking it leads to the video', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  await catchNotifications(page, 'granted')
  const tell = page.getByRole('button', { name: 'Notify me when a video is done' })
  await expect(tell).toHaveAttribute('aria-pressed', 'false')
  await tell.click()
  await expect(tell).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(tell).toHaveAttribute('aria-pressed', 'true')

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
  const tell = page.getByRole('button', { name: 'Notify me when a video is done' })
  await catchNotifications(page, 'denied')
  await expect(studio.generateButton()).toBeEnabled()
  await expect(tell).toHaveCount(0)
})

test('a user who declines notifications is not asked again', async ({ studio }) => {
  const { page } = studio
  await catchNotifications(page, 'default')
  const tell = page.getByRole('button', { name: 'Notify me when a video is done' })
  await tell.click()
  await expect(tell).toHaveCount(0)
  await expect(page.getByRole('banner').getByRole('button').first()).toBeFocused()
})
