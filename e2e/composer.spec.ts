import type { APIRequestContext, Locator } from '@playwright/test'
import { expect, file, photo, Studio, test } from './kit'

const PHONE = { width: 390, height: 844 }

/** Deletes all videos: those of other tests may still be in progress. */
async function deleteVideos({ page }: Studio, request: APIRequestContext) {
  const { items } = await (await request.get('/api/generations?limit=100')).json()
  for (const { id } of items) await request.delete(`/api/generations/${id}`)
  await page.reload()
}

const expectAccepted = (studio: Studio, prompt: string) =>
  expect(studio.card(prompt).getByRole('button', { name: 'Copy task ID' })).toBeVisible()
const button = (studio: Studio, name: string) =>
  studio.page.getByRole('form').getByRole('button', { name, exact: true })
const sound = (studio: Studio) => studio.page.getByRole('switch', { name: 'Sound' })
const advanced = (studio: Studio) => studio.page.getByRole('group', { name: 'Advanced' })
const openAdvanced = (studio: Studio) => studio.page.getByText('Advanced', { exact: true }).click()

test('a snippet is inserted by keyboard where it belongs in the prompt, and undo removes it', async ({
  studio,
}) => {
  const { page } = studio
  const { keyboard } = page
  await studio.prompt().fill('A koala waves. No music.')
  await studio.prompt().press('Tab')
  await expect(button(studio, 'Camera')).toBeFocused()
  await keyboard.press('Enter')
  await button(studio, 'Push-in').press('Enter')
  await expect(studio.prompt()).toHaveValue('A koala waves. Slow push-in. No music.')
  await expect(button(studio, 'Push-in')).toBeFocused()
  await button(studio, 'Light').click()
  await button(studio, 'Moonlight').click()
  await expect(studio.prompt()).toBeFocused()
  await expect(studio.prompt()).toHaveValue(
    'A koala waves. Moonlight, deep blue shadows. Slow push-in. No music.',
  )
  await keyboard.press('Control+z')
  await keyboard.press('Control+z')
  await expect(studio.prompt()).toHaveValue('A koala waves. No music.')

  await button(studio, 'Camera').click()
  await button(studio, 'Pan').focus()
  await keyboard.press('Escape')
  await expect(button(studio, 'Camera')).toBeFocused()
  await expect(button(studio, 'Push-in')).toBeHidden()
})

test('a snippet pressed again is taken out, and a camera move takes the place of another', async ({
  studio,
}) => {
  const { keyboard } = studio.page
  const isPressed = (name: string, pressed: boolean) =>
    expect(button(studio, name)).toHaveAttribute('aria-pressed', `${pressed}`)
  await studio.prompt().fill('A koala waves.')
  await button(studio, 'Camera').press('Enter')
  await isPressed('Push-in', false)
  await button(studio, 'Push-in').press('Enter')
  await isPressed('Push-in', true)
  await button(studio, 'Orbit').press('Space')
  await expect(studio.prompt()).toHaveValue('A koala waves. The camera orbits slowly around the subject.')
  await isPressed('Push-in', false)
  await isPressed('Orbit', true)
  await keyboard.press('Space')
  await expect(studio.prompt()).toHaveValue('A koala waves.')
  await isPressed('Orbit', false)
  await expect(button(studio, 'Orbit')).toHaveAccessibleDescription('Circles the subject')
  await studio.prompt().fill('A koala waves. Slow push-in.')
  await isPressed('Push-in', true)
})

test('“Product” leaves the product to be typed over what is selected', async ({ studio }) => {
  await button(studio, 'More').click()
  await button(studio, 'Product').click()
  await expect(studio.prompt()).toBeFocused()
  await studio.page.keyboard.type('a blue kettle')
  await expect(studio.prompt()).toHaveValue('A studio shot of a blue kettle on black stone.')
  await expect(button(studio, 'Product')).toHaveAttribute('aria-pressed', 'true')
  await button(studio, 'Light').click()
  await button(studio, 'Golden hour').click()
  await expect(studio.prompt()).toHaveValue(
    'A studio shot of a blue kettle on black stone. Golden hour, long warm shadows.',
  )
})

test('the snippets move nothing, stay below the hints, and close when something else is used', async ({
  studio,
}) => {
  const { page } = studio
  await studio.prompt().fill('A koala. Slow push-in. Tracking shot.')
  const hint = page.getByRole('listitem').filter({ hasText: 'Two camera moves' })
  await expect(hint).toBeVisible()
  const boxes = () =>
    Promise.all(
      [studio.combobox('Ratio'), studio.generateButton(), hint].map((element) => element.boundingBox()),
    )
  const before = await boxes()
  for (const tool of ['Camera', 'More']) {
    await button(studio, tool).click()
    await expect(button(studio, tool === 'More' ? 'Person' : 'Pan')).toBeVisible()
    expect(await boxes()).toEqual(before)
  }
  await button(studio, 'Person').click({ trial: true })
  await hint.getByRole('button').click({ trial: true })
  await studio.generateButton().focus()
  await expect(button(studio, 'Person')).toBeHidden()
  await button(studio, 'Camera').click()
  await expect(button(studio, 'Pan')).toBeVisible()
  await page.getByRole('searchbox').click()
  await expect(button(studio, 'Pan')).toBeHidden()
})

test('a Chinese prompt gets Chinese snippets, and photos can be mentioned once they are added', async ({
  studio,
}) => {
  await studio.prompt().fill('一只考拉挥手')
  await button(studio, 'Light').click()
  await button(studio, 'Moonlight').click()
  await expect(studio.prompt()).toHaveValue('一只考拉挥手。月光，深蓝色的阴影。')
  await button(studio, 'More').click()
  await expect(studio.page.getByText('Photos', { exact: true })).toBeHidden()
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await studio.page.getByText('Photos', { exact: true }).click()
  await studio.prompt().fill('The beach of waves.')
  await studio.prompt().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(12, 12))
  await button(studio, 'Image 1').click()
  await expect(studio.prompt()).toHaveValue('The beach of Image 1 waves.')
})

test('prompt hints appear, can be hidden, follow the language and never block submitting', async ({
  studio,
}) => {
  const { page } = studio
  const moves = page.getByRole('listitem').filter({ hasText: 'Two camera moves' })
  const noNegative = page.getByRole('listitem').filter({ hasText: 'no negative prompt' })
  await studio.prompt().fill('A koala. Slow push-in. Tracking shot. Negative prompt: blur.')
  await expect(moves).toBeVisible()
  await expect(noNegative).toBeVisible()
  await moves.getByRole('button', { name: 'Hide this hint' }).click()
  await expect(moves).toBeHidden()
  await expect(studio.prompt()).toBeFocused()

  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '该模型不支持反向提示词' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(noNegative).toBeVisible()

  await studio.generateButton().click()
  await expectAccepted(studio, 'A koala. Slow push-in.')
  await studio.prompt().fill('A koala.')
  await expect(noNegative).toBeHidden()
})

test('a prompt with dialogue offers to turn sound on, and the submission then asks for sound', async ({
  studio,
  sandbox,
}) => {
  await studio.prompt().fill('A koala says: "Good morning."')
  await button(studio, 'Turn sound on').click()
  await expect(button(studio, 'Turn sound on')).toBeHidden()
  await expect(studio.prompt()).toBeFocused()
  await studio.generateButton().click()
  await expectAccepted(studio, 'A koala says')
  expect(sandbox.ledger().tasks[0]?.fields.generate_audio).toBe('1')
})

test('form errors follow the chosen language', async ({ studio }) => {
  const { page } = studio
  await studio.generateButton().click()
  await expect(page.getByText('Describe what the video should show.').first()).toBeVisible()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('form').getByText('Describe what')).toBeHidden()
  await expect(page.locator('form').getByText('请', { exact: false }).first()).toBeVisible()
})

test('prompt and settings survive a reload; a new tab starts with the last submitted settings, without the seed', async ({
  studio,
  context,
}) => {
  const { page } = studio
  await studio.prompt().fill('A lighthouse.')
  await studio.combobox('Ratio').selectOption('21:9')
  await studio.combobox('Duration').selectOption('10')
  await openAdvanced(studio)
  await sound(studio).press('Space')
  await advanced(studio).getByLabel('Seed').fill('42')
  await page.reload()
  await expect(studio.prompt()).toHaveValue('A lighthouse.')
  await expect(studio.combobox('Ratio')).toHaveValue('21:9')
  await openAdvanced(studio)
  await expect(advanced(studio).getByLabel('Seed')).toHaveValue('42')

  await studio.generateButton().click()
  await expectAccepted(studio, 'A lighthouse.')
  await expect(advanced(studio).getByLabel('Seed')).toHaveValue('')
  const tab = new Studio(await context.newPage())
  await tab.page.goto('/')
  await expect(tab.combobox('Ratio')).toHaveValue('21:9')
  await expect(tab.combobox('Duration')).toHaveValue('10')
  await expect(tab.prompt()).toHaveValue('')
  await openAdvanced(tab)
  await expect(sound(tab)).toBeChecked()
  await expect(advanced(tab).getByLabel('Seed')).toHaveValue('')

  await button(tab, 'Reset settings').click()
  await expect(tab.combobox('Ratio')).toHaveValue('9:16')
  await expect(sound(tab)).not.toBeChecked()
})

test('a locked seed is used for every submission and in new tabs', async ({ studio, sandbox, context }) => {
  await openAdvanced(studio)
  await advanced(studio).getByLabel('Seed').fill('42')
  await button(studio, 'Lock seed').click()
  for (const prompt of ['With a locked seed.', 'With the same seed again.']) {
    await studio.generate(prompt)
    await expectAccepted(studio, prompt)
  }
  expect(sandbox.ledger().tasks.map(({ fields }) => fields.seed)).toEqual(['42', '42'])
  const tab = new Studio(await context.newPage())
  await tab.page.goto('/')
  await openAdvanced(tab)
  await expect(advanced(tab).getByLabel('Seed')).toHaveValue('42')
})

test('pressing Generate again before the response repeats the same submission, seed included', async ({
  studio,
  sandbox,
}) => {
  await openAdvanced(studio)
  await advanced(studio).getByLabel('Seed').fill('7')
  await studio.page.route('**/api/generations', async (route) => {
    if (route.request().method() === 'POST')
      await studio.page
        .getByText(/Already sending/)
        .first()
        .waitFor()
    await route.continue()
  })
  await studio.prompt().fill('Pressed twice.')
  await studio.prompt().press('Control+Enter')
  await studio.prompt().press('Control+Enter')
  await expectAccepted(studio, 'Pressed twice.')
  await expect(advanced(studio).getByLabel('Seed')).toHaveValue('')
  expect(sandbox.ledger().creates).toHaveLength(1)
})

/** Longer than any test, however busy the machine. */
const ENDLESS = { processingMs: 86_400_000 }

test.describe('on a phone', () => {
  test.use({ viewport: PHONE })
  test.beforeEach(({ sandbox }) => sandbox.set(ENDLESS))
  const bar = (studio: Studio) => studio.newVideoButton()

  test('the form collapses to a bar after submitting, and opens again', async ({ studio, request }) => {
    await deleteVideos(studio, request)
    await expect(bar(studio)).toBeHidden()
    await studio.generate('A paper boat.')
    await expectAccepted(studio, 'A paper boat.')
    await expect(studio.prompt()).toBeHidden()
    await expect(bar(studio)).toBeFocused()
    await expect(bar(studio)).toContainText('A paper boat.')

    await studio.page.keyboard.press('Enter')
    await expect(studio.prompt()).toBeFocused()
    await expect(studio.generateButton()).toBeVisible()
    await studio.generateButton().focus()
    await expect(studio.generateButton()).toBeFocused()
  })

  test('the form starts as a bar while videos are in progress, unless there is a draft', async ({
    studio,
    context,
  }) => {
    await studio.generate('Being made.')
    await expectAccepted(studio, 'Being made.')
    const tab = new Studio(await context.newPage())
    await tab.page.goto('/')
    await expect(bar(tab)).toBeVisible()
    await expect(tab.prompt()).toBeHidden()
    await bar(tab).click()
    await tab.prompt().fill('Begun.')
    await tab.page.reload()
    await expect(tab.prompt()).toHaveValue('Begun.')
    await expect(tab.prompt()).toBeVisible()
  })

  test('an error in a field opens the collapsed form', async ({ studio }) => {
    const answer = {
      type: 'about:blank',
      title: 'Invalid input',
      status: 422,
      code: 'invalid_input',
      detail: 'prompt: not taken.',
      reasons: [{ type: 'too_long', field: 'prompt', length: 9_000, limit: 8_192 }],
    }
    await studio.page.route('**/api/generations', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 422, contentType: 'application/problem+json', json: answer })
        : route.continue(),
    )
    await studio.generate('Not taken.')
    await expect(studio.page.locator('form').getByText(/Shorten it/)).toBeVisible()
    await expect(studio.prompt()).toBeFocused()
    await studio.page.getByRole('button', { name: '中文' }).click()
    await expect(studio.page.locator('form').getByText(/Shorten it/)).toBeHidden()
    await expect(studio.page.locator('form').getByText(/9,000/)).toBeVisible()
  })
})

test('without JavaScript the form is open, even while videos are in progress', async ({
  studio,
  browser,
  servers,
  sandbox,
}) => {
  sandbox.set(ENDLESS)
  await studio.generate('Made meanwhile.')
  await expectAccepted(studio, 'Made meanwhile.')
  const context = await browser.newContext({
    baseURL: servers.running.url,
    javaScriptEnabled: false,
    viewport: PHONE,
  })
  const plain = new Studio(await context.newPage())
  await plain.page.goto('/')
  await expect(plain.prompt()).toBeVisible()
  await context.close()
})

test('an example fills the form with its prompt, ratio and sound, and has its picture', async ({
  studio,
  request,
}) => {
  const { page } = studio
  await deleteVideos(studio, request)
  await expect(studio.generateButton()).toBeEnabled()
  const example = page.getByRole('region', { name: 'Your videos' }).getByRole('button', { name: /dunes/ })
  const image = example.locator('img')
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480)
  await example.click()
  await expect(studio.prompt()).toHaveValue(/^The sun sinks behind the dunes/)
  await expect(studio.prompt()).toBeFocused()
  await expect(studio.combobox('Ratio')).toHaveValue('16:9')
  await expect(sound(studio)).toBeChecked()
})

test('opening Advanced moves nothing, where scrollbars take up room', async ({
  browser: shared,
  baseURL,
}) => {
  const browser = await shared.browserType().launch({ ignoreDefaultArgs: ['--hide-scrollbars'] })
  const page = await browser.newPage({ viewport: { width: 1_280, height: 600 }, locale: 'en', baseURL })
  await page.goto('/')
  await expect(page.locator('form button[type=submit]')).toBeEnabled()
  const prompt = page.getByLabel('Prompt', { exact: true })
  const end = async (locator: Locator) => {
    const { x, width } = (await locator.boundingBox()) ?? { x: 0, width: 0 }
    return x + width
  }
  const fields = await end(prompt)
  const generate = await end(page.locator('form button[type=submit]'))
  await page.getByText('Advanced', { exact: true }).click()
  await expect(page.getByRole('group', { name: 'Advanced' }).getByRole('textbox').first()).toBeVisible()
  expect([await end(prompt), generate]).toEqual([fields, fields + 1]) // the field's border is around the prompt
  await browser.close()
})
