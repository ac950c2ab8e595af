import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { startSandbox } from '@/lib/sandbox'
import { CANARY, expect, file, photo, type Studio, startStudio, stopClock, test } from './kit'

const QUICK = { pendingMs: 100, processingMs: 300, uploadingMs: 100 }

/** Makes a video through the API and waits until it is completed. */
async function makeVideo(page: Page, prompt: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await page.request.post('/api/generations', {
    multipart: { prompt, resolution: '480p', ...fields },
  })
  const { id } = await answer.json()
  await expect
    .poll(async () => (await (await page.request.get(`/api/generations/${id}`)).json()).status)
    .toBe('completed')
  return id
}

/** Opens the studio with these videos in it; the last is the newest. */
async function withVideos(studio: Studio, ...videos: [prompt: string, fields?: Record<string, string>][]) {
  const ids: string[] = []
  for (const [prompt, fields] of videos) ids.push(await makeVideo(studio.page, prompt, fields))
  await studio.page.goto('/')
  await expect(studio.generateButton()).toBeEnabled()
  return ids
}

async function chooseFromMenu(card: Locator, item: string) {
  await card.getByRole('button', { name: 'More' }).click()
  await card.page().getByRole('menuitem', { name: item }).click()
}

const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' })
const currentTime = (video: Locator) => video.evaluate((video: HTMLVideoElement) => video.currentTime)

test.beforeEach(({ sandbox }) => sandbox.set(QUICK))

test('Reuse fills the form with everything but the seed, and Undo restores what it replaced', async ({
  studio,
}) => {
  const { page } = studio
  const prompt = 'The tide comes in twice.'
  await withVideos(studio, [prompt, { duration: '10', seed: '42', ratio: '4:3' }])
  await studio.prompt().fill('Half a thought')
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  const goOn = await stopClock(page)
  await studio.card(prompt).getByRole('button', { name: 'Reuse' }).click()
  await expect(studio.prompt()).toHaveValue(prompt)
  await expect(async () => {
    await page.clock.runFor(50) // focus moves in the next animation frame
    await expect(studio.prompt()).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await expect(studio.combobox('Duration')).toHaveValue('10')
  await expect(studio.combobox('Ratio')).toHaveValue('4:3')
  await page.getByText('Advanced', { exact: true }).click()
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Remove beach.jpg' })).toHaveCount(0)

  await toasts(page).getByRole('button', { name: 'Undo' }).click()
  await goOn()
  await expect(studio.prompt()).toHaveValue('Half a thought')
  await expect(page.getByRole('button', { name: 'Remove beach.jpg' })).toBeVisible()
  await expect(studio.combobox('Duration')).toHaveValue('5')
})

test('Continue uses the last frame that the provider returned as the first frame', async ({
  studio,
  sandbox,
}) => {
  const prompt = 'A long walk, part one.'
  const [id] = await withVideos(studio, [prompt, { ratio: '16:9', return_last_frame: '1', duration: '10' }])
  await studio.prompt().fill('A long walk, part two.')
  await studio.card(prompt).getByRole('button', { name: 'Continue' }).click()
  await expect(studio.page.getByRole('button', { name: /^Remove last-frame/ })).toBeVisible()
  await expect(studio.prompt()).toHaveValue('A long walk, part two.')
  await expect(studio.combobox('Ratio')).toHaveValue('adaptive')
  await expect(studio.combobox('Duration')).toHaveValue('10')
  await studio.generateButton().click()
  await expect.poll(() => sandbox.ledger().tasks.length).toBe(2)
  const sent = sandbox.ledger().tasks.at(-1)
  const given = await (await studio.page.request.get(`/api/generations/${id}/last-frame`)).body()
  expect(sent?.images).toHaveLength(1)
  expect(sent?.fields.ratio).toBe('adaptive')
  expect(await difference(await firstImage(studio.page), given)).toBeLessThan(6)
})

test('Continue extracts the last frame from the video when the provider returned none', async ({ page }) => {
  const provider = await startSandbox({ key: CANARY, video: 'rendered' }) // videos that move
  provider.sandbox.set(QUICK)
  const running = await startStudio({
    TENSORSLAB_BASE_URL: provider.url,
    TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
    POLL_INTERVAL_MS: '300',
  })
  const at = (path: string) => `${running.url}${path}`
  const bytesOf = async (path: string) => (await page.request.get(at(path))).body()
  const asked = { prompt: 'Silk in the wind.', seed: '5', ratio: '16:9', resolution: '480p' }
  const ids = []
  for (const fields of [asked, { ...asked, return_last_frame: '1' }]) {
    const { id } = await (await page.request.post(at('/api/generations'), { multipart: fields })).json()
    await expect
      .poll(async () => (await bytesOf(`/api/generations/${id}`)).toString())
      .toContain('"status":"completed"')
    ids.push(id)
  }
  const [without, twin] = ids
  await page.goto(at(`/?continue=${without}`))
  await expect(page.getByRole('button', { name: /^Remove last-frame/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Prompt' }).fill('And on it goes.')
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect.poll(() => provider.sandbox.ledger().tasks.length).toBe(3)
  const [newest] = (await (await page.request.get(at('/api/generations?limit=1'))).json()).items
  const taken = await bytesOf(`/api/images/${newest.images[0].id}`)
  expect(await sharp(taken).metadata()).toMatchObject({ width: 864, height: 496 })
  expect(await difference(taken, await bytesOf(`/api/generations/${twin}/last-frame`))).toBeLessThan(2)
  await running.stop()
  await provider.close()
})

test('when a video cannot be continued, the form stays untouched and a toast says why', async ({
  studio,
}) => {
  const prompt = 'Broken at the end.'
  await withVideos(studio, [prompt, { ratio: '16:9' }])
  await studio.page.route('**/video', (route) => route.fulfill({ status: 500 }))
  await studio.prompt().fill('Untouched')
  await studio.card(prompt).getByRole('button', { name: 'Continue' }).click()
  await expect(toasts(studio.page)).toContainText('Couldn’t get the video’s last frame')
  await expect(studio.prompt()).toHaveValue('Untouched')
})

test('Undo brings a deleted video back', async ({ studio, sandbox }) => {
  const prompt = 'Deleted by mistake.'
  await withVideos(studio, [prompt])
  const goOn = await stopClock(studio.page)
  await chooseFromMenu(studio.card(prompt), 'Delete')
  await expect(studio.card(prompt)).toHaveCount(0)
  await studio.page.keyboard.press('F6')
  await expect(toasts(studio.page).getByRole('button', { name: 'Undo' })).toBeFocused()
  await goOn()
  await studio.page.keyboard.press('Enter')
  await expect(studio.card(prompt)).toBeFocused()
  await studio.page.reload()
  await expect(studio.card(prompt)).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.deletedAt).toBeNull()
})

test('leaving the page carries out a pending deletion', async ({ studio, sandbox }) => {
  const prompt = 'Deleted on the way out.'
  await withVideos(studio, [prompt])
  await chooseFromMenu(studio.card(prompt), 'Delete')
  await expect(toasts(studio.page)).toContainText('Deleted')
  await studio.page.goto('about:blank')
  await expect.poll(() => sandbox.ledger().tasks[0]?.deletedAt).not.toBeNull()
})

test('a reload carries out a pending deletion and does not bring the video back', async ({
  studio,
  sandbox,
}) => {
  const prompt = 'Deleted by a reload.'
  await withVideos(studio, [prompt])
  await chooseFromMenu(studio.card(prompt), 'Delete')
  await expect(toasts(studio.page)).toContainText('Deleted')
  await studio.page.reload()
  await expect(studio.generateButton()).toBeEnabled()
  await expect(studio.card(prompt)).toHaveCount(0)
  await expect.poll(() => sandbox.ledger().tasks[0]?.deletedAt).not.toBeNull()
})

test('a video that the server fails to delete reappears with the reason', async ({ studio }) => {
  const prompt = 'Not to be got rid of.'
  await withVideos(studio, [prompt])
  await studio.page.route('**/api/generations/*', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 500 }) : route.continue(),
  )
  await stopClock(studio.page)
  await chooseFromMenu(studio.card(prompt), 'Delete')
  await toasts(studio.page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(toasts(studio.page)).toContainText('wasn’t deleted')
  await expect(studio.card(prompt)).toBeVisible()
})

test('a star survives a reload, and the optimistic update is reverted when the server refuses it', async ({
  studio,
}) => {
  const prompt = 'The best of them.'
  await withVideos(studio, [prompt, { ratio: '16:9' }])
  const star = studio.card(prompt).getByRole('button', { name: 'Star' })
  const kept = studio.page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await star.click()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await kept
  await studio.page.reload()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await studio.page.route('**/api/generations/*', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 500 }) : route.continue(),
  )
  await star.click()
  await expect(toasts(studio.page)).toContainText('star wasn’t changed')
  await expect(star).toHaveAttribute('aria-pressed', 'true')
})

test('the card’s menu works by keyboard alone and fits a narrow screen', async ({ studio }) => {
  const { page } = studio
  const prompt = 'A narrow one.'
  await withVideos(studio, [prompt, { ratio: '9:16' }])
  await page.setViewportSize({ width: 360, height: 640 })
  const more = studio.card(prompt).getByRole('button', { name: 'More' })
  await more.focus()
  await page.keyboard.press('Enter')
  const items = page.getByRole('menuitem')
  await expect(items.first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(items.last()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  for (const item of await items.all()) await expect(item).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(items).toHaveCount(0)
  await expect(more).toBeFocused()

  await studio.card(prompt).getByRole('button', { name: 'Reuse' }).click()
  await expect(studio.prompt()).toBeFocused()
  await expect(studio.prompt()).toBeInViewport()
})

test('shortcuts move between videos, play, star and refill the form, and do nothing while typing', async ({
  studio,
}) => {
  const { page } = studio
  await withVideos(studio, ['The older one.', { ratio: '16:9' }], ['The newer one.'])
  await studio.prompt().press('j')
  await expect(studio.prompt()).toHaveValue('j')
  await studio.prompt().blur()
  await page.keyboard.press('j')
  await expect(studio.card('The newer one.')).toBeFocused()
  await expect(studio.card('The newer one.'), 'the focus is seen').toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('j')
  const card = studio.card('The older one.')
  await expect(card).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(card.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press(' ')
  const lightbox = page.getByRole('dialog', { name: 'The older one.' })
  await expect.poll(() => currentTime(lightbox.getByLabel('Generated video'))).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await expect(card).toBeFocused()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog')
  await expect(help).toContainText('Next video')
  await help.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await card.focus()
  await page.keyboard.press('k')
  await expect(card).toBeFocused()
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await card.focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await card.focus()
  await page.keyboard.press('r')
  await expect(studio.prompt()).toHaveValue('The older one.')
})

test('only one video plays at a time, and a video that cannot play shows an error', async ({ studio }) => {
  const { page } = studio
  await withVideos(
    studio,
    ['The first to play.', { duration: '15' }],
    ['The second to play.', { duration: '15' }],
  )
  const [first, second] = [studio.card('The first to play.'), studio.card('The second to play.')]
  const playing = () =>
    page.evaluate(() => [...document.querySelectorAll('video')].filter((video) => !video.paused).length)
  const lightbox = (name: string) => page.getByRole('dialog', { name })
  const paused = (name: string) =>
    lightbox(name)
      .getByLabel('Generated video')
      .evaluate((video: HTMLVideoElement) => video.paused)
  await first.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => paused('The first to play.')).toBe(false)
  expect(await playing(), 'not the one below it as well').toBe(1)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => paused('The second to play.')).toBe(false)
  expect(await playing()).toBe(1)
  await page.keyboard.press(' ')
  await expect.poll(() => paused('The second to play.')).toBe(true)
  await page.keyboard.press('Escape')
  await expect(second, 'the focus is where the last one was').toBeFocused()

  // The page would load a video that has no poster yet, so wait until both have one.
  const posters = async () => {
    const { items } = await (await page.request.get('/api/generations?limit=2')).json()
    return items.every(({ poster }: { poster: string | null }) => poster)
  }
  await expect.poll(posters).toBe(true)
  await page.route('**/video', (route) => route.fulfill({ status: 500 }))
  await page.reload()
  await expect(studio.generateButton()).toBeEnabled()
  await first.getByRole('button', { name: 'Play' }).click()
  await expect(lightbox('The first to play.')).toContainText('Couldn’t play the video')
  await page.unroute('**/video')
  await lightbox('The first to play.').getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => paused('The first to play.')).toBe(false)
})

test('a generation has its own page, from which the form can be filled', async ({ studio }) => {
  const { page } = studio
  const prompt = `It's "quoted" and costs $5.`
  const [before, id] = await withVideos(
    studio,
    ['Made before it.', {}],
    [prompt, { ratio: '1:1', seed: '7' }],
  )
  await chooseFromMenu(studio.card(prompt), 'Details')
  await expect(page).toHaveURL(`/g/${id}`)
  await expect(page).toHaveTitle(prompt)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(prompt)
  await expect(page.getByLabel('Generated video')).toBeVisible()
  await expect(page.getByText('Frame rate')).toBeHidden() // as by default
  await expect(page.getByRole('textbox', { name: 'API request' })).toBeHidden()
  await page.getByText('For developers').click()
  await expect(page.getByRole('textbox', { name: 'API request' })).toHaveValue(
    /prompt=It'\\''s "quoted" and costs \$5\.'.*seed=7/s,
  )
  await page.getByRole('link', { name: 'Older video' }).click()
  await expect(page).toHaveURL(`/g/${before}`)
  await page.getByRole('link', { name: 'Newer video' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(prompt)
  await expect(page.getByRole('link', { name: 'Newer video' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Reuse' }).click()
  await expect(studio.prompt()).toHaveValue(prompt)
  await expect(page).toHaveURL('/')
  await page.goto(`/?continue=${id}`)
  await expect(page.getByRole('button', { name: /^Remove last-frame/ })).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('the page of a generation updates while it is in progress, and is not found once it is deleted', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  sandbox.set({ ...QUICK, processingMs: 2_500 })
  const { id } = await (
    await page.request.post('/api/generations', { multipart: { prompt: 'Watched.' } })
  ).json()
  await page.goto(`/g/${id}`)
  await expect(page.getByRole('timer')).toBeVisible()
  await expect(page.getByLabel('Generated video')).toBeVisible()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL('/')
  expect((await page.goto(`/g/${id}`))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})

test('two videos play side by side in sync', async ({ studio }) => {
  const { page } = studio
  await withVideos(
    studio,
    ['The short one.', { duration: '10' }],
    ['The long one.', { duration: '15', ratio: '1:1' }],
  )
  await chooseFromMenu(studio.card('The short one.'), 'Select')
  await expect(page.getByRole('button', { name: 'Compare' })).toBeDisabled()
  await chooseFromMenu(studio.card('The long one.'), 'Select')
  await page.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Side by side' })
  const [one, other] = [dialog.getByLabel('Video 1'), dialog.getByLabel('Video 2')]
  const drift = async () =>
    dialog.evaluate((element) => {
      const [first, second] = [...element.querySelectorAll('video')]
      return first && second ? Math.abs(first.currentTime - second.currentTime) : Number.NaN
    })

  await dialog.getByRole('button', { name: 'Play both' }).click()
  await waitForSync(page, 1)
  // A video that drifts, for example because it had to buffer, is brought back in sync.
  await one.evaluate((video: HTMLVideoElement) => {
    video.currentTime += 1
  })
  await waitForSync(page, 2)
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('button', { name: 'Play both' })).toBeVisible()
  const before = await currentTime(other)
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Math.round(((await currentTime(other)) - before) * 24)).toBe(1)
  await expect.poll(drift).toBeLessThan(0.05)

  await dialog.getByRole('slider', { name: 'Time' }).fill('12')
  await expect.poll(() => currentTime(other)).toBeCloseTo(12, 1)
  await expect.poll(() => currentTime(one)).toBeCloseTo(10, 1)
  await expect(dialog.getByRole('row', { name: 'Duration' })).toContainText('15 s')
})

test('up to four videos are picked on their cards and compared; the best is starred, another deleted', async ({
  studio,
}) => {
  const { page } = studio
  const names = ['Take one.', 'Take two.', 'Take three.', 'Take four.', 'Take five.']
  await withVideos(studio, ...names.map((name): [string] => [name]))
  await chooseFromMenu(studio.card('Take one.'), 'Select')
  const check = (name: string) => studio.card(name).getByRole('checkbox', { name: 'Select' })
  await expect(check('Take one.')).toBeChecked()
  for (const name of ['Take two.', 'Take three.', 'Take four.', 'Take five.']) await check(name).check()
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar.getByRole('button', { name: 'Compare' })).toBeDisabled()
  await check('Take five.').uncheck()
  await check('Take four.').uncheck()
  await expect(bar).toContainText('3 selected')
  await bar.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Side by side' })
  await expect(dialog.locator('video')).toHaveCount(3)

  // Each value stands below its video.
  const lefts = (selector: string) =>
    dialog
      .locator(selector)
      .evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().left)))
  await expect(dialog.getByRole('row', { name: 'Seed' }).getByRole('cell')).toHaveCount(3)
  expect(await lefts('tr:has(th:text("Seed")) td')).toEqual(await lefts('video'))

  await dialog.getByRole('button', { name: 'Star' }).nth(1).click()
  await expect(dialog.getByRole('button', { name: 'Star' }).nth(1)).toHaveAttribute('aria-pressed', 'true')
  await dialog.getByRole('button', { name: 'Delete' }).first().click()
  await page
    .getByRole('dialog', { name: 'Delete this video?' })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect(dialog.locator('video')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(studio.card('Take one.')).toHaveCount(0)
  await expect(bar).toContainText('2 selected')
  await expect(studio.card('Take two.').getByRole('button', { name: 'Star' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('Run again sends the same at once with a new seed, once however often it is pressed', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  const prompt = 'Once more.'
  await withVideos(studio, [prompt, { seed: '42', duration: '10' }])
  await studio.prompt().fill('Not touched.')
  const sent = () => sandbox.ledger().creates.length
  await chooseFromMenu(studio.card(prompt), 'Run again')
  await expect(studio.card(prompt)).toHaveCount(2)
  await expect.poll(() => sandbox.ledger().tasks.length).toBe(2) // a create is counted before its task is made
  expect(sandbox.ledger().tasks[1]?.fields).toMatchObject({ prompt, duration: '10' })
  expect(sandbox.ledger().tasks[1]?.fields.seed).toBeUndefined()
  await expect(studio.prompt()).toHaveValue('Not touched.')
  await expect(studio.card(prompt).getByLabel('Generated video')).toHaveCount(2)

  sandbox.fail({ on: 'create', fault: 'slow', ms: 600_000 })
  await studio.card(prompt).first().focus()
  await page.keyboard.press('Shift+R')
  await page.keyboard.press('Shift+R')
  await studio.card(prompt).last().focus()
  await page.keyboard.press('Shift+R')
  await expect.poll(sent).toBe(3)
  sandbox.heal()
  await expect(studio.card(prompt)).toHaveCount(3)
  await expect(studio.card(prompt).getByRole('button', { name: 'Copy task ID' })).toHaveCount(3)
  expect(sent()).toBe(3)
})

test('the seed that the provider chose is shown, and Keep this seed locks it in the form', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  const prompt = 'Chosen by lot.'
  const [id] = await withVideos(studio, [prompt])
  const { seed } = await (await page.request.get(`/api/generations/${id}`)).json()
  expect(seed).toEqual(expect.any(Number))
  await chooseFromMenu(studio.card(prompt), 'Details')
  await expect(page.getByText(`${seed}`, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Keep this seed' }).click()
  await expect(studio.prompt()).toHaveValue(prompt)
  await expect(toasts(page)).toContainText(`seed ${seed} locked`)
  await studio.generateButton().click()
  await expect.poll(() => sandbox.ledger().tasks.length).toBe(2)
  expect(sandbox.ledger().tasks[1]?.fields.seed).toBe(`${seed}`)
})

test('the pointer over a card plays it without sound, unless motion is to be reduced', async ({ studio }) => {
  const { page } = studio
  const prompt = 'Waves, seen in passing.'
  await withVideos(studio, [prompt])
  const card = studio.card(prompt)
  const state = () =>
    card.getByLabel('Generated video').evaluate((video: HTMLVideoElement) => [video.paused, video.muted])
  await card.getByRole('button', { name: 'Play' }).hover()
  await expect.poll(state).toEqual([false, true])
  await studio.prompt().hover()
  await expect.poll(state).toEqual([true, true])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await card.getByRole('button', { name: 'Play' }).hover()
  expect(await state()).toEqual([true, true])
})

/** Waits until both videos are past `after` seconds and less than 0.1 s apart. */
const waitForSync = (page: Page, after: number) =>
  page.waitForFunction((after) => {
    const [one, other] = [...document.querySelectorAll('dialog video')]
    if (!(one instanceof HTMLVideoElement) || !(other instanceof HTMLVideoElement)) return false
    if (one.ended || other.ended) throw new Error('a video ended before both were in sync')
    const times = [one.currentTime, other.currentTime]
    return Math.min(...times) > after && Math.max(...times) - Math.min(...times) < 0.1
  }, after)

/** The first image of the newest generation. */
async function firstImage(page: Page): Promise<Buffer> {
  const { items } = await (await page.request.get('/api/generations?limit=1')).json()
  return (await page.request.get(`/api/images/${items[0].images[0].id}`)).body()
}

/** Mean absolute difference of two images' channel values, 0 to 255. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((image) => sharp(image).resize(64, 36, { fit: 'fill' }).removeAlpha().raw().toBuffer()),
  )
  const sum = [...(a ?? [])].reduce((total, value, at) => total + Math.abs(value - (b?.[at] ?? 0)), 0)
  return sum / (a?.length ?? 1)
}
