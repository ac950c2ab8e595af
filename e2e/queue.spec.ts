import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect, type Studio, stopClock, test } from './kit'

test.use({ env: { TENSORSLAB_PARALLEL_TASKS: '1' } })

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const ENDLESS = { ...QUICK, processingMs: 86_400_000 }

const setPaused = async (request: APIRequestContext, paused: boolean) =>
  expect((await request.patch('/api/queue', { data: { paused } })).ok()).toBe(true)

// Held between the tests: what one leaves in line must not be sent while the next deletes it.
test.beforeEach(async ({ sandbox: _, request }) => {
  await setPaused(request, false)
})
test.afterEach(({ request }) => setPaused(request, true))

const bar = (page: Page) => page.getByRole('status').filter({ hasText: /in line|held|credits/ })
const menuItem = async (card: Locator, name: string) => {
  await card.getByRole('button', { name: 'More' }).click()
  return card.page().getByRole('menuitem', { name })
}

/** Makes a video that never ends, so that whatever comes after it waits. */
async function makeEndless(studio: Studio, request: APIRequestContext) {
  const card = await studio.generate('Takes the place.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const { items } = await (await request.get('/api/generations?limit=1')).json()
  return { free: () => request.delete(`/api/generations/${items[0].id}`) }
}

/** One that is in line, behind one that never ends. */
async function enqueue(studio: Studio, request: APIRequestContext, prompt: string) {
  const first = await makeEndless(studio, request)
  const card = await studio.generate(prompt)
  await expect(card).toContainText('Next in line')
  return { first, card }
}

test('a video without a place at the provider waits in line, and is sent and made once there is one', async ({
  studio,
  sandbox,
  request,
}) => {
  const { page } = studio
  sandbox.set(ENDLESS)
  const { first, card } = await enqueue(studio, request, 'Waits.')
  await expect(card.getByRole('timer')).toHaveCount(0)
  await expect(bar(page)).toHaveText('1 in line')
  await expect(page).toHaveTitle('(2) Promptreel')
  await expect(page.getByRole('link', { name: 'In progress' })).toContainText('2')
  expect(sandbox.ledger().creates).toHaveLength(1)

  await page.reload()
  await expect(card).toContainText('Next in line')
  sandbox.set(QUICK)
  await first.free()
  await expect(card.getByLabel('Generated video')).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  expect(sandbox.ledger().creates).toHaveLength(2)
})

test('one of those in line can be sent first', async ({ studio, sandbox, request }) => {
  sandbox.set(ENDLESS)
  const { first, card: second } = await enqueue(studio, request, 'The second.')
  const third = await studio.generate('The third.')
  await expect(third).toContainText('In line, 2nd')
  await expect(bar(studio.page)).toHaveText('2 in line')

  await (await menuItem(third, 'Send first')).click()
  await expect(third).toContainText('Next in line')
  await expect(second).toContainText('In line, 2nd')
  await expect(await menuItem(third, 'Delete')).toBeVisible()
  await expect(studio.page.getByRole('menuitem', { name: 'Send first' })).toHaveCount(0)
  await studio.page.keyboard.press('Escape')
  await first.free()
  await expect(third.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks.map(({ fields }) => fields.prompt)).toEqual([
    'Takes the place.',
    'The third.',
  ])
})

test('nothing is sent while the line is held', async ({ studio, sandbox, request }) => {
  const { page } = studio
  sandbox.set(ENDLESS)
  const { first, card } = await enqueue(studio, request, 'Held.')
  await page.getByRole('button', { name: 'Hold the line' }).click()
  await expect(bar(page)).toHaveText('The line is held: nothing is sent.')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused()
  await expect(card).toContainText('The line is held')
  await first.free()
  await expect(studio.card('Takes the place.')).toHaveCount(0)
  await page.reload()
  await expect(bar(page)).toHaveText('The line is held: nothing is sent.')
  await expect
    .poll(async () => (await request.get('/api/queue')).json())
    .toMatchObject({ paused: 'by_person', running: 0, queued: 1 })
  expect(sandbox.ledger().creates).toHaveLength(1)

  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
})

test('a video that is deleted in line is never sent, and its undo puts it there anew', async ({
  studio,
  sandbox,
  request,
}) => {
  const { page } = studio
  sandbox.set(ENDLESS)
  const { first, card } = await enqueue(studio, request, 'Deleted in line.')
  const goOn = await stopClock(page)
  await (await menuItem(card, 'Delete')).click()
  await expect(card).toHaveCount(0)
  await expect.poll(async () => (await request.get('/api/queue')).json()).toMatchObject({ queued: 0 })
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click()
  await goOn()
  await expect(card).toContainText('Next in line')

  await card.getByRole('link', { name: 'Deleted in line.' }).click()
  await expect(bar(page)).toHaveText('1 in line')
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Nothing was sent for it, so nothing is paid.')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(studio.card('Takes the place.')).toBeVisible()
  await expect(card).toHaveCount(0)
  sandbox.set(QUICK)
  await first.free()
  const next = await studio.generate('Sent instead.')
  await expect(next.getByLabel('Generated video')).toBeVisible()
  expect(sandbox.ledger().tasks.map(({ fields }) => fields.prompt)).toEqual([
    'Takes the place.',
    'Sent instead.',
  ])
})

test('an account out of credits stops the line, and nothing in it is lost', async ({ studio, sandbox }) => {
  const { page } = studio
  sandbox.set({ ...QUICK, credits: 1 })
  const prompts = ['The first is paid.', 'The second is not.', 'Nor is the third.']
  for (const prompt of prompts) await expect(await studio.generate(prompt)).toBeVisible()
  await expect(bar(page)).toHaveText(/account is out of credits.*Nothing is lost/)
  await expect(page.getByRole('link', { name: 'Top up' })).toBeVisible()
  await expect(studio.card('The first is paid.').getByLabel('Generated video')).toBeVisible()
  await expect(studio.card('The second is not.')).toContainText('The account is out of credits')

  sandbox.set({ credits: null })
  await page.getByRole('button', { name: 'Go on' }).click()
  for (const prompt of prompts) await expect(studio.card(prompt).getByLabel('Generated video')).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  expect(sandbox.ledger().tasks).toHaveLength(prompts.length)
})
