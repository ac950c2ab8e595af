import type { Page } from '@playwright/test'
import { expect, hold, type Studio, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const CREATE = /\/api\/generations$/

const variations = ({ page }: Studio) => page.getByRole('spinbutton', { name: 'Variations' })
const taskids = (studio: Studio, prompt: string) =>
  studio.card(prompt).getByRole('button', { name: 'Copy task ID' })
const seedOf = async (studio: Studio, seed: string) => {
  await studio.page.getByText('Advanced', { exact: true }).click()
  await studio.page.getByRole('textbox', { name: 'Seed' }).fill(seed)
  await studio.page.getByRole('button', { name: 'Lock seed' }).click()
}

test.beforeEach(({ sandbox }) => sandbox.set(QUICK))

test('one press makes as many videos as are asked for, each with a task of its own', async ({
  studio,
  sandbox,
}) => {
  const prompt = 'Four takes of a heron.'
  await variations(studio).fill('4')
  await expect(studio.generateButton()).toHaveAccessibleName(/^Generate ×4/)
  const release = await hold(studio.page, CREATE, 1)
  await studio.generate(prompt)
  await expect(studio.card(prompt), 'before there is an answer').toHaveCount(4)
  await expect(studio.page).toHaveTitle('(4) Promptreel')
  release()
  await expect(taskids(studio, prompt)).toHaveCount(4)
  await expect(studio.card(prompt)).toHaveCount(4)
  await expect(studio.card(prompt).getByLabel('Generated video')).toHaveCount(4)
  const { tasks } = sandbox.ledger()
  expect(new Set(tasks.map(({ taskid }) => taskid)).size).toBe(4)
  expect(tasks.every(({ fields }) => fields.seed === undefined)).toBe(true)

  await studio.page.reload()
  await expect(studio.card(prompt)).toHaveCount(4)
  await expect(variations(studio), 'kept in this tab').toHaveValue('4')
})

test('a locked seed is counted up', async ({ studio, sandbox }) => {
  await seedOf(studio, '41')
  await variations(studio).fill('3')
  await studio.generate('Three seeds.')
  await expect(taskids(studio, 'Three seeds.')).toHaveCount(3)
  const seeds = sandbox.ledger().tasks.map(({ fields }) => fields.seed)
  expect(seeds.toSorted()).toEqual(['41', '42', '43'])
  await expect(studio.page.getByRole('textbox', { name: 'Seed' })).toHaveValue('41')
})

/** Lets something between page and server answer the next creation. `reached`: whether the server got it. */
const answerInstead = (page: Page, reached: boolean) =>
  page.route(
    CREATE,
    async (route) => {
      if (reached) await route.fetch()
      await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
    },
    { times: 1 },
  )

/** The idempotency keys of the page's creations so far. */
function keysOf(page: Page): Set<string | undefined> {
  const keys = new Set<string | undefined>()
  page.on('request', (request) => {
    if (request.method() === 'POST' && CREATE.test(request.url()))
      keys.add(request.headers()['idempotency-key'])
  })
  return keys
}

test('after a lost answer, sending again makes none twice', async ({ studio, sandbox }) => {
  const prompt = 'Lost on the way back.'
  const keys = keysOf(studio.page)
  await variations(studio).fill('3')
  await answerInstead(studio.page, true)
  await studio.generate(prompt)
  await studio.page.getByRole('button', { name: 'Send again' }).click()
  await expect(taskids(studio, prompt)).toHaveCount(3)
  await expect(studio.card(prompt)).toHaveCount(3)
  expect(keys.size).toBe(1)
  expect(sandbox.ledger().creates).toHaveLength(3)
})

test('a press after a reload with the answer lost makes none twice', async ({ studio, sandbox }) => {
  const { page } = studio
  const prompt = 'Lost and reloaded.'
  const keys = keysOf(page)
  await variations(studio).fill('2')
  await answerInstead(page, false)
  await studio.generate(prompt)
  await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible()
  await page.reload()
  await expect(variations(studio)).toHaveValue('2')
  await answerInstead(page, true)
  await studio.generateButton().click()
  await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible()
  await page.reload()
  await expect(taskids(studio, prompt)).toHaveCount(2)
  const answer = page.waitForResponse((response) => CREATE.test(response.url()) && response.status() === 200)
  await studio.generateButton().click()
  expect((await answer).headers()['idempotent-replayed']).toBe('true')
  expect(keys.size).toBe(1)
  expect(sandbox.ledger().creates).toHaveLength(2)
})

test('one that is refused says so, and the others are made', async ({ studio, sandbox }) => {
  const prompt = 'One of three is refused.'
  sandbox.fail({ on: 'create', fault: 'code-9999', msg: 'may contain real person' })
  await variations(studio).fill('3')
  await studio.generate(prompt)
  await expect(taskids(studio, prompt)).toHaveCount(2)
  await expect(studio.card(prompt).filter({ hasText: 'Real faces aren’t allowed' })).toHaveCount(1)
  expect(sandbox.ledger().creates).toHaveLength(3)
})

test('a number out of bounds is refused in words, keeps what was typed, and sends nothing', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  const sentence = page.getByText('Variations must be a whole number from 1 to 8.').first()
  for (const wrong of ['9', '0', '1.5', '']) {
    await studio.prompt().fill('Not sent.')
    await variations(studio).fill(wrong)
    await studio.generateButton().click()
    await expect(sentence).toBeVisible()
    await expect(variations(studio)).toBeFocused()
    await expect(variations(studio)).toHaveValue(wrong)
    await expect(variations(studio)).toHaveAccessibleDescription(/from 1 to 8/)
  }
  await variations(studio).fill('8')
  await expect(variations(studio)).not.toHaveAccessibleDescription(/from 1 to 8/)
  expect(sandbox.ledger().creates).toEqual([])
})

test('it is set by keyboard alone; Enter in it spends nothing', async ({ studio, sandbox }) => {
  const { keyboard } = studio.page
  await studio.prompt().fill('By keyboard.')
  await variations(studio).focus()
  await keyboard.press('ArrowUp')
  await expect(variations(studio)).toHaveValue('2')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await expect(studio.generateButton()).toBeFocused()
  expect(sandbox.ledger().creates).toEqual([])
  await keyboard.press('Enter')
  await expect(taskids(studio, 'By keyboard.')).toHaveCount(2)
})

test('making a video again and a new tab begin with one', async ({ studio, context }) => {
  await variations(studio).fill('2')
  const card = (await studio.generate('Two, then one.')).first()
  await expect(card.getByLabel('Generated video')).toBeVisible()
  await card.getByRole('button', { name: 'Reuse' }).click()
  await expect(variations(studio)).toHaveValue('1')
  await variations(studio).fill('5')
  const tab = await context.newPage()
  await tab.goto('/')
  await expect(tab.getByRole('spinbutton', { name: 'Variations' })).toHaveValue('1')
  await tab.close()
})

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })

  test('number and button stand side by side, and nothing scrolls sideways', async ({ studio }) => {
    await variations(studio).fill('8')
    expect(await sideways(studio.page)).toBe(0)
    const [number, button] = [
      await variations(studio).boundingBox(),
      await studio.generateButton().boundingBox(),
    ]
    expect(Math.abs((number?.y ?? 0) - (button?.y ?? 9_999))).toBeLessThan(8)
    expect(button?.width).toBeGreaterThan(100)
  })
})

test('in Chinese', async ({ browser, sandbox, servers }) => {
  const page = await browser.newPage({ baseURL: servers.running.url, locale: 'zh-CN' })
  await page.goto('/')
  const number = page.getByRole('spinbutton', { name: '生成数量' })
  await number.fill('9')
  await page.getByRole('textbox', { name: '提示词' }).fill('三只鹭。')
  await page.getByRole('button', { name: /^生成/ }).click()
  await expect(page.getByText('请填写 1 到 8 之间的整数。').first()).toBeVisible()
  await number.fill('3')
  await page.getByRole('button', { name: /^生成 ×3/ }).click()
  await expect(page.getByRole('article', { name: '三只鹭。' })).toHaveCount(3)
  await expect.poll(() => sandbox.ledger().tasks.length).toBe(3)
  await page.close()
})

test.describe('through the API', () => {
  const post = (request: Page['request'], key: string, count: string) =>
    request.post('/api/generations', {
      multipart: { prompt: 'By script.', count },
      headers: { 'idempotency-key': key },
    })

  test('the answer is a list, repeated with 200', async ({ request, sandbox }) => {
    const first = await post(request, 'script-1', '2')
    expect(first.status()).toBe(201)
    const { items } = await first.json()
    expect(items).toHaveLength(2)
    const again = await post(request, 'script-1', '2')
    expect(again.status()).toBe(200)
    expect(again.headers()['idempotent-replayed']).toBe('true')
    expect((await again.json()).items.map(({ id }: { id: string }) => id)).toEqual(
      items.map(({ id }: { id: string }) => id),
    )
    expect((await post(request, 'script-1', '3')).status()).toBe(409)
    const refused = await post(request, 'script-2', '9')
    expect(refused.status()).toBe(422)
    expect((await refused.json()).errors).toEqual({ count: ['count must be a whole number from 1 to 8.'] })
    expect(sandbox.ledger().creates).toHaveLength(2)
  })
})
