import { expect, file, photo, Studio, test } from './kit'

const QUICK = { pendingMs: 200, processingMs: 600, uploadingMs: 200 }

test('a video can be described, submitted, watched and downloaded by keyboard alone', async ({
  studio,
  sandbox,
}) => {
  sandbox.set(QUICK)
  const { page } = studio
  const { keyboard } = page
  const tabTo = async (reached: () => Promise<boolean>) => {
    for (let presses = 0; presses < 60 && !(await reached()); presses++) await keyboard.press('Tab')
    expect(await reached(), 'reached by Tab').toBe(true)
  }
  const isFocused = (locator: ReturnType<typeof studio.combobox>) => () =>
    locator.evaluate((element) => element === document.activeElement)

  await tabTo(isFocused(studio.prompt()))
  await keyboard.type('A lantern drifts over a lake.')
  await tabTo(isFocused(studio.combobox('Ratio')))
  await keyboard.press('1') // a native select jumps to the option that starts with it
  await tabTo(isFocused(studio.combobox('Duration')))
  await keyboard.press('ArrowDown')
  await expect(studio.combobox('Duration')).toHaveValue('10')
  await keyboard.press('Control+Enter')

  const card = studio.card('A lantern drifts over a lake.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await expect(studio.combobox('Duration'), 'the focus stays where it was').toBeFocused()
  await expect(card.getByLabel('Generated video')).toBeVisible()

  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
  )
  await keyboard.press('j')
  await expect(card).toBeFocused()
  await keyboard.press('Space')
  const player = page.getByRole('dialog').getByLabel('Generated video')
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => !video.paused)).toBe(true)
  await keyboard.press('Escape')
  await expect(card).toBeFocused()
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('d')])
  expect(download.suggestedFilename()).toMatch(/^A lantern drifts over a lake.*\.mp4$/)
  expect(sandbox.ledger().tasks[0]?.fields).toMatchObject({ duration: '10' })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('a video can be made, and the page contains no English', async ({ page, sandbox }) => {
    sandbox.set(QUICK)
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    const generate = page.getByRole('button', { name: /^生成/ })
    await expect(generate).toBeEnabled()
    await page.getByLabel('首帧', { exact: true }).setInputFiles(file('海边.jpg', await photo(20)))
    await page
      .getByRole('textbox', { name: '提示词', exact: true })
      .fill('一只考拉在海边挥手，镜头缓缓推近。')
    await generate.click()
    const card = page.getByRole('article', { name: '一只考拉在海边挥手' })
    await expect(card.getByRole('button', { name: '复制任务 ID' })).toBeVisible()
    await expect(card.getByLabel('生成的视频')).toBeVisible()
    // All text on the page is Chinese, except names, numbers and units.
    const parts = [page.getByRole('banner'), page.getByRole('form'), page.getByRole('navigation'), card]
    const text = (await Promise.all(parts.map((part) => part.textContent()))).join(' ')
    const names =
      /Promptreel|SeeDance-2\.0|Ctrl|JPEG|PNG|WebP|ID|px|[a-z]{4}_[0-9a-f]{16}|English|\d+p|jpg|tokens/g
    expect(text.replace(names, '').match(/[A-Za-z]{2,}/g)).toBeNull()
    expect(sandbox.ledger().tasks[0]?.fields.prompt).toBe('一只考拉在海边挥手，镜头缓缓推近。')
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a video can be made by touch, and nothing overflows the screen', async ({ page, sandbox }) => {
    sandbox.set(QUICK)
    await page.goto('/')
    const studio = new Studio(page)
    await expect(studio.generateButton()).toBeEnabled()
    const expectNoOverflow = async (when: string) =>
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        when,
      ).toBeLessThanOrEqual(0)
    await expectNoOverflow('at first')
    await studio.choose('First frame', file('beach.jpg', await photo(20)))
    await studio.prompt().tap()
    await studio.prompt().fill('Waves by touch.')
    await studio.generateButton().tap()
    const card = studio.card('Waves by touch.')
    const video = card.getByLabel('Generated video')
    await expect(video).toBeVisible()
    await expectNoOverflow('with a video')
    await card.getByRole('button', { name: 'Play' }).tap()
    const large = page.getByRole('dialog').getByLabel('Generated video')
    await expect.poll(() => large.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
    await expectNoOverflow('while it plays')
    await page.keyboard.press('Escape')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, select, summary, input[type=range]')]
        .filter((element) => element.checkVisibility() && !element.closest('p'))
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < 40)
        .map(({ name }) => name),
    )
    expect(small, 'touch targets under 40 px').toEqual([])
  })
})
