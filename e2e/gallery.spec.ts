import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, postAtOnce, type Running, Studio, startArchive, test } from './kit'

const QUICK = { pendingMs: 200, processingMs: 600, uploadingMs: 200 }
const view = (studio: Studio, name: string) =>
  studio.page.getByRole('navigation', { name: 'Filter videos' }).getByRole('link', { name })
const search = (studio: Studio) => studio.page.getByRole('searchbox', { name: 'Search prompts' })

test('filters by status, search words and stars find videos and survive a reload', async ({
  studio,
  sandbox,
  request,
}) => {
  const { page } = studio
  sandbox.set(QUICK)
  const done = await studio.generate('Filtered: the tide.')
  await expect(done.getByLabel('Generated video')).toBeVisible()
  sandbox.fail({ on: 'create', fault: 'code-9000' })
  await postAtOnce(page, 'Filtered: the dune.')
  await page.reload()
  const refused = studio.card('Filtered: the dune.')
  await expect(refused.getByRole('button', { name: 'Send again' })).toBeVisible()

  await view(studio, 'Failed').click()
  await expect(refused).toBeVisible()
  await expect(done).toHaveCount(0)
  await expect(page).toHaveURL(/\?show=failed$/)
  await view(studio, 'Done').click()
  await expect(done).toBeVisible()
  await expect(refused).toHaveCount(0)
  await view(studio, 'In progress').click()
  await page.getByText('Nothing in progress.').waitFor()

  await page.getByRole('button', { name: 'Show all videos' }).click()
  await search(studio).fill('filtered TIDE')
  await expect(refused).toHaveCount(0)
  await expect(done).toBeVisible()
  await expect(page).toHaveURL(/\?q=filtered\+TIDE$/)
  await page.reload()
  await expect(search(studio)).toHaveValue('filtered TIDE')
  await expect(done).toBeVisible()
  await expect(refused).toHaveCount(0)
  await search(studio).press('Escape')
  await expect(refused).toBeVisible()
  await expect(page).toHaveURL(/\/$/)

  const found = await (await request.get('/api/generations?q=filtered+tide')).json()
  await request.patch(`/api/generations/${found.items[0].id}`, { data: { starred: true } })
  await view(studio, 'Starred').click()
  await expect(done).toBeVisible()
  await expect(refused).toHaveCount(0)
  await page.reload()
  await expect(view(studio, 'Starred')).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.goto('/api/health')
  await page.goBack()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a new submission is visible whichever filter was active', async ({ studio, sandbox }) => {
  sandbox.set({ pendingMs: 600_000 }) // still in progress when the count is read, even on a slow machine
  await view(studio, 'Starred').click()
  const card = await studio.generate('Sent while looking at stars.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await expect(view(studio, 'All')).toHaveAttribute('aria-current', 'true')
  await expect(view(studio, 'In progress')).toHaveAccessibleName('In progress 1')

  await view(studio, 'In progress').click()
  const second = await studio.generate('Sent while looking at what is made.')
  await expect(second.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await expect(view(studio, 'In progress')).toHaveAttribute('aria-current', 'true')
})

test('changing the language keeps the filter and the prompt', async ({ studio }) => {
  await studio.generate('Kept through a change of language.')
  await view(studio, 'In progress').click()
  await studio.prompt().fill('Not sent yet.')
  await studio.page.getByRole('button', { name: '中文' }).click()
  const making = studio.page.getByRole('link', { name: '生成中' })
  await expect(making).toHaveAttribute('aria-current', 'true')
  await expect(studio.page.getByRole('textbox', { name: '提示词', exact: true })).toHaveValue('Not sent yet.')
  await expect(studio.page).toHaveURL(/\?show=making$/)
})

test('the search waits until an input method has finished composing', async ({ studio }) => {
  await studio.generate('一只考拉在海边挥手。')
  await expect(studio.card('一只考拉在海边挥手。')).toBeVisible()
  await search(studio).focus()
  await studio.page.clock.install()
  const session = await studio.page.context().newCDPSession(studio.page)
  await session.send('Input.imeSetComposition', { text: 'kao la', selectionStart: 6, selectionEnd: 6 })
  await expect(search(studio)).toHaveValue('kao la')
  await studio.page.clock.runFor(2_000) // far longer than the search's debounce
  await expect(studio.page).toHaveURL(/\/$/)
  await session.send('Input.insertText', { text: '考拉' })
  await studio.page.clock.runFor(2_000)
  await expect(studio.page).toHaveURL(/q=%E8%80%83%E6%8B%89$/)
  await expect(studio.card('一只考拉在海边挥手。')).toBeVisible()
})

test('videos stay visible while offline, and the page recovers by itself', async ({
  browser,
  servers,
  sandbox,
}) => {
  sandbox.set({ pendingMs: 1_000, processingMs: 1_000 })
  const context = await browser.newContext({ baseURL: servers.running.url, locale: 'en-US' })
  const studio = new Studio(await context.newPage())
  await studio.page.goto('/')
  await expect(studio.generateButton()).toBeEnabled()
  const card = await studio.generate('Made behind a broken line.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()

  await context.setOffline(true)
  const banner = studio.page.getByRole('region').getByText('No connection to the server')
  await expect(banner).toBeVisible()
  await expect(card).toBeVisible()
  await context.setOffline(false)
  await expect(card.getByLabel('Generated video')).toBeVisible()
  await expect(banner).toHaveCount(0)
  await context.close()
})

test.describe('an archive of 10,000 videos', () => {
  const COUNT = 10_000
  const SCROLLED = 600 // cards to scroll past: several times what is loaded at once
  const MAX_CARDS = 60 // in the page: a few screens
  let folder: string
  let archive: Running
  test.beforeAll(async ({ servers }) => {
    folder = await mkdtemp(join(tmpdir(), 'promptreel-archive-'))
    archive = await startArchive(COUNT, folder, { TENSORSLAB_BASE_URL: servers.provider.url })
  })
  test.afterAll(async () => {
    await archive.stop()
    await rm(folder, { recursive: true })
  })

  /** Number and position of each video’s card in the page, in document order. Those that failed are in rows above. */
  const cardsIn = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('article:has(video)')].map((card) => {
        const { left, width, height } = card.getBoundingClientRect()
        const number = Number(/Film (\d+)/.exec(card.textContent ?? '')?.[1])
        return { number, position: [left, width, height].map(Math.round).join() }
      }),
    )

  /** Waits until scrolling and layout have settled: browsers may drop a key that comes earlier. */
  const waitForStillness = (page: Page) =>
    expect
      .poll(() =>
        page.evaluate(async () => {
          const before = window.scrollY
          for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame)
          return window.scrollY - before
        }),
      )
      .toBe(0)

  for (const [name, viewport] of [
    ['a desktop', { width: 1440, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const) {
    test(`scrolls on ${name} in order and without gaps, with only a few screens of cards in the page`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ baseURL: archive.url, locale: 'en-US', viewport })
      const page = await context.newPage()
      await page.goto('/')
      await expect(new Studio(page).generateButton()).toBeEnabled()
      const positions = new Map<number, string>()
      /** Checks order, count and positions of the cards in the page; returns the number of the last. */
      const check = async () => {
        const cards = await cardsIn(page)
        const numbers = cards.map(({ number }) => number)
        const [first = 0] = numbers
        const down = Array.from({ length: first - (numbers.at(-1) ?? 0) + 1 }, (_, index) => first - index)
        const made = down.filter((number) => number % 10 !== 0)
        expect(numbers, 'newest first, no gap, no repeat').toEqual(made)
        expect(numbers.length, 'cards in the page').toBeLessThan(MAX_CARDS)
        const moved = cards.filter(({ number, position }) => (positions.get(number) ?? position) !== position)
        expect(moved, 'cards that moved').toEqual([])
        for (const { number, position } of cards) positions.set(number, position)
        return numbers.at(-1) ?? 0
      }
      await page.getByRole('article').last().hover()
      while ((await check()) > COUNT - 200) await page.mouse.wheel(0, 1_500)
      for (let last = await check(); last > COUNT - SCROLLED; last = await check()) {
        await expect(async () => {
          await page.keyboard.press('End') // repeated, because loading more moves the end
          expect(await check(), 'more cards are loaded').toBeLessThan(last)
        }).toPass()
      }
      for (let turns = 0; turns < 30; turns++) {
        await page.mouse.wheel(0, -1_500)
        await check()
      }
      await expect(async () => {
        await page.keyboard.press('Home') // browsers drop it while a wheel scroll is still running
        await expect(page.getByRole('article', { name: `Film ${COUNT} of` })).toBeVisible({ timeout: 2_000 })
      }).toPass()
      await check()
      await context.close()
    })
  }

  test('keeps the scroll position when a video is added above', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: archive.url, locale: 'en-US' })
    const page = await context.newPage()
    await page.goto('/')
    const studio = new Studio(page)
    await expect(studio.generateButton()).toBeEnabled()
    await page.mouse.move(900, 400)
    while ((await cardsIn(page)).some(({ number }) => number > COUNT - 50)) await page.mouse.wheel(0, 900)
    await waitForStillness(page)
    // The one that the browser holds: rows break anew, so that others may come to be beside or below it.
    const seen = await page.evaluateHandle(() =>
      [...document.querySelectorAll('article')].find((card) => card.getBoundingClientRect().bottom > 0),
    )
    const top = () => seen.evaluate((card) => Math.round(card?.getBoundingClientRect().top ?? Number.NaN))
    const before = await top()

    await context.request.post('/api/generations', { multipart: { prompt: 'It comes above.', ratio: '1:1' } })
    await context.setOffline(true)
    await context.setOffline(false) // coming online triggers a poll
    await expect(view(studio, 'In progress')).toHaveAccessibleName('In progress 1')
    await expect.poll(top).toBe(before)
    await waitForStillness(page)
    await page.keyboard.press('Home')
    await expect(studio.card('It comes above.')).toBeVisible()
    await context.close()
  })

  test('keeps the focused card in the page when it is scrolled away, so that Tab continues from it', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: archive.url, locale: 'en-US' })
    const page = await context.newPage()
    await page.goto('/')
    const studio = new Studio(page)
    await expect(studio.generateButton()).toBeEnabled()
    const card = studio.card('Film 9998 of')
    await card.getByRole('button', { name: 'Copy task ID' }).focus()
    await page.mouse.move(900, 400)
    const lowest = async () => Math.min(...(await cardsIn(page)).map(({ number }) => number))
    while ((await lowest()) > COUNT - 100) await page.mouse.wheel(0, 1_500)
    await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeFocused()
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Tab')
    await expect(studio.card('Film 9997 of')).toBeInViewport()
    await context.close()
  })
})
