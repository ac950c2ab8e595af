import { createHash } from 'node:crypto'
import { expect, file, photo, test } from './kit'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('submitting a prompt alone shows the provider’s task ID, which can be copied', async ({
  studio,
  sandbox,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const card = await studio.generate('A koala waves at the camera.')
  await expect(card).toContainText(/[a-z]{4}_[0-9a-f]{16}/)
  const [task] = sandbox.ledger().tasks
  await expect(card).toContainText(task?.taskid ?? 'no task')
  expect(task?.fields).toMatchObject({ prompt: 'A koala waves at the camera.', ratio: '9:16', duration: '5' })
  expect(task?.images).toEqual([])

  await card.getByRole('button', { name: 'Copy task ID' }).click()
  expect(await studio.page.evaluate(() => navigator.clipboard.readText())).toBe(task?.taskid)
})

test('a single photo becomes the first frame, and the ratio becomes adaptive', async ({
  studio,
  sandbox,
}) => {
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await expect(studio.combobox('Ratio')).toHaveValue('adaptive')
  const card = await studio.generate('The sea comes in.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const [task] = sandbox.ledger().tasks
  expect(task?.images).toHaveLength(1)
  expect(task?.fields.ratio).toBe('adaptive')
})

test('two photos reach the provider in order, byte for byte as the studio shows them', async ({
  studio,
  sandbox,
  request,
}) => {
  const [first, last] = [await photo(20), await photo(200, 900, 1600)]
  await studio.page
    .getByLabel('First frame', { exact: true })
    .setInputFiles([file('first.jpg', first), file('last.jpg', last)])
  const card = await studio.generate('From dune to sea.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()

  const [task] = sandbox.ledger().tasks
  const listed = await (await request.get('/api/generations?limit=1')).json()
  const saved = await Promise.all(
    listed.items[0].images.map(async ({ id }: { id: string }) =>
      (await request.get(`/api/images/${id}`)).body(),
    ),
  )
  expect(listed.items[0].images.map(({ width }: { width: number }) => width)).toEqual([1600, 900])
  expect(task?.images.map((image) => image.sha256)).toEqual(saved.map(sha256))
})

test('swapping the frames swaps the images that are sent', async ({ studio, sandbox, request }) => {
  await studio.choose('First frame', file('wide.jpg', await photo(20)))
  await studio.choose('Last frame', file('tall.jpg', await photo(200, 900, 1600)))
  await studio.page.getByRole('button', { name: /swap/i }).click()
  const card = await studio.generate('The other way round.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(2)
  const listed = await (await request.get('/api/generations?limit=1')).json()
  expect(listed.items[0].images.map(({ width }: { width: number }) => width)).toEqual([900, 1600])
})

test('every parameter reaches the provider as it was set in the form', async ({ studio, sandbox }) => {
  const { page } = studio
  await studio.combobox('Ratio').selectOption('21:9')
  await studio.combobox('Duration').selectOption('15')
  await studio.combobox('Resolution').selectOption('480p')
  await page.getByText('Advanced').click()
  const advanced = page.getByRole('group', { name: 'Advanced' })
  await advanced.getByLabel('Seed').fill('42')
  await advanced.getByLabel('Frame rate').fill('30')
  await advanced.getByLabel('Expires after').selectOption({ label: '2 hours' })
  await page.getByRole('switch', { name: 'Sound' }).click()
  for (const name of ['Return last frame', 'Web search']) {
    await advanced.getByRole('switch', { name }).click()
  }
  const card = await studio.generate('Everything changed.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.fields).toEqual({
    prompt: 'Everything changed.',
    ratio: '21:9',
    duration: '15',
    resolution: '480p',
    seed: '42',
    fps: '30',
    generate_audio: '1',
    return_last_frame: '1',
    websearch: '1',
    execution_expires_after: '7200',
  })
})
