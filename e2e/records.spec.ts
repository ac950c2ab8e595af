import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, file, photo, postAtOnce, Studio, stopClock, test } from './kit'

const QUICK = { pendingMs: 200, processingMs: 600, uploadingMs: 200 }

test('a finished video plays, downloads, and shows up in another browser', async ({
  studio,
  sandbox,
  browser,
  servers,
  request,
}) => {
  sandbox.set(QUICK)
  await studio.page.getByText('Advanced').click()
  await studio.page.getByRole('switch', { name: 'Return last frame' }).click()
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  const prompt = 'The tide, followed to its end.'
  const card = await studio.generate(prompt)
  const video = card.getByLabel('Generated video')
  await expect(video).toBeVisible()

  await card.getByRole('button', { name: 'Play' }).click()
  const large = studio.page.getByRole('dialog', { name: prompt }).getByLabel('Generated video')
  await expect.poll(() => large.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
  await studio.page.keyboard.press('Escape')

  const [download] = await Promise.all([
    studio.page.waitForEvent('download'),
    card.getByRole('link', { name: 'Download', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^The tide followed to its end 16x9 \d{4}-\d\d-\d\d\.mp4$/)
  const bytes = await readFile(await download.path())
  const { items } = await (await request.get('/api/generations?limit=1')).json()
  const head = await request.head(items[0].video.url)
  expect(head.headers().etag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
  const part = await request.get(items[0].video.url, { headers: { range: 'bytes=4-7' } })
  expect([part.status(), await part.text()]).toEqual([206, 'ftyp'])
  await card.getByRole('button', { name: 'More' }).click()
  await expect(studio.page.getByRole('menuitem', { name: 'Download last frame' })).toBeVisible()

  const elsewhere = await browser.newContext({ baseURL: servers.running.url, locale: 'en-US' })
  const other = new Studio(await elsewhere.newPage())
  await other.page.goto('/')
  await expect(other.card(prompt).getByLabel('Generated video')).toBeVisible()
  await elsewhere.close()
})

test('a video is saved even when the page is closed', async ({ studio, sandbox, servers, context }) => {
  sandbox.set(QUICK)
  const prompt = 'Made while nobody looked.'
  await (await studio.generate(prompt)).getByRole('button', { name: 'Copy task ID' }).waitFor()
  await studio.page.goto('about:blank')
  await expect
    .poll(async () =>
      (await context.request.get(`${servers.running.url}/api/generations?status=completed`)).text(),
    )
    .toContain(prompt)
  await studio.page.goto('/')
  await expect(studio.card(prompt).getByLabel('Generated video')).toBeVisible()
})

test('a generation whose response was lost is tracked once its task ID is entered', async ({
  studio,
  sandbox,
}) => {
  sandbox.set(QUICK)
  sandbox.fail({ on: 'create', fault: 'drop-after-accepting' })
  const card = await studio.generate('Lost and found.')
  await expect(card).toContainText('may have been created')
  const [task] = sandbox.ledger().tasks
  await expect(card.getByRole('textbox')).toHaveCount(0)
  await card.getByRole('button', { name: 'I found it' }).click()
  await card.getByRole('textbox', { name: 'Task ID' }).fill(task?.taskid ?? '')
  await card.getByRole('button', { name: 'Track it' }).click()
  await expect(card.getByLabel('Generated video')).toBeVisible()
  expect(sandbox.ledger().creates).toHaveLength(1)
})

test('a submission whose response was lost is sent again only after a warning', async ({
  studio,
  sandbox,
}) => {
  sandbox.fail({ on: 'create', fault: 'http-error', status: 500 })
  const prompt = 'Lost and sent again.'
  const card = await studio.generate(prompt)
  await card.getByRole('button', { name: 'Send again' }).click()
  const warning = studio.page.getByRole('dialog')
  await expect(warning).toContainText(/twice/)
  expect(sandbox.ledger().creates).toHaveLength(1)
  await warning.getByRole('button', { name: /send/i }).click()
  await expect(studio.card(prompt)).toHaveCount(2)
  const sent = studio.card(prompt).filter({ has: studio.page.getByRole('button', { name: 'Copy task ID' }) })
  await expect(sent).toHaveCount(1)
  expect(sandbox.ledger().creates).toHaveLength(2)
})

test('a submission that certainly created nothing can be sent again without a warning', async ({
  studio,
  sandbox,
}) => {
  sandbox.fail({ on: 'create', fault: 'code-9000' })
  const prompt = 'Credits came later.'
  await postAtOnce(studio.page, prompt)
  await studio.page.reload()
  const card = studio.card(prompt)
  await card.getByRole('button', { name: 'Send again' }).click()
  const sent = studio.card(prompt).filter({ has: studio.page.getByRole('button', { name: 'Copy task ID' }) })
  await expect(sent).toHaveCount(1)
  expect(sandbox.ledger().tasks).toHaveLength(1)
})

test('a video is deleted here and at the provider once Undo has expired', async ({ studio, sandbox }) => {
  sandbox.set(QUICK)
  const prompt = 'Not worth keeping.'
  const card = await studio.generate(prompt)
  await expect(card.getByLabel('Generated video')).toBeVisible()
  await stopClock(studio.page)
  await card.getByRole('button', { name: 'More' }).click()
  await studio.page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(card).toHaveCount(0)
  expect(sandbox.ledger().tasks[0]?.deletedAt).toBeNull()
  await studio.page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => sandbox.ledger().tasks[0]?.deletedAt).not.toBeNull()
  await studio.page.reload()
  await expect(card).toHaveCount(0)
})

test('deleting a video in progress asks for confirmation, since it may be billed', async ({
  studio,
  sandbox,
}) => {
  sandbox.set({ processingMs: 600_000 })
  const card = await studio.generate('Stopped half-way.')
  const ask = async () => {
    await card.getByRole('button', { name: 'More' }).click()
    await studio.page.getByRole('menuitem', { name: 'Delete' }).click()
  }
  await card.getByRole('button', { name: 'Copy task ID' }).waitFor()
  await ask()
  await expect(studio.page.getByRole('dialog')).toContainText('billed')
  await studio.page.keyboard.press('Escape')
  await expect(card).toBeVisible()
  await expect(card.getByRole('button', { name: 'More' })).toBeFocused()
  await ask()
  await studio.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(card).toHaveCount(0)
  await expect.poll(() => sandbox.ledger().tasks[0]?.deletedAt).not.toBeNull()
})
