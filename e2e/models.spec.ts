import { test as base, expect, photo, type Studio, startStudio } from './kit'

const REAL_PERSON = 'InputImageSensitiveContentDetected.PrivacyInformation: may contain real person'

/** Runs against a studio that offers every model. */
const test = base.extend<object, { offering: string }>({
  offering: [
    async ({ servers: { provider } }, use) => {
      const running = await startStudio({
        TENSORSLAB_BASE_URL: provider.url,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
        TENSORSLAB_MODELS: 'seedance-2,seedance-1.5-pro,seedance-1-pro-fast',
      })
      await use(running.url)
      await running.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ offering }, use) => use(offering),
})

const advanced = (studio: Studio) => studio.page.getByRole('group', { name: 'Advanced' })
const resolutions = (studio: Studio) => studio.combobox('Resolution').getByRole('option').allTextContents()

test('the form shows only what the chosen model accepts, and the video is made with that model', async ({
  studio,
  sandbox,
}) => {
  await studio.page.getByText('Advanced', { exact: true }).click()
  await expect(advanced(studio).getByRole('switch', { name: 'Web search' })).toBeVisible()
  await studio.page.getByRole('switch', { name: 'Sound' }).check()
  await studio.combobox('Model').selectOption('SeeDance 1.5 Pro')
  await expect(studio.page.getByRole('form').getByRole('switch')).toHaveCount(0)
  expect(await resolutions(studio)).toEqual(['480p', '720p', '1080p'])
  await studio.combobox('Resolution').selectOption('1080p')
  await studio.page.reload()
  await expect(studio.combobox('Model')).toHaveValue('seedance-1.5-pro')
  await expect(studio.combobox('Resolution')).toHaveValue('1080p')

  const card = await studio.generate('A harbour at dawn.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const [task] = sandbox.ledger().tasks
  expect(task).toMatchObject({ model: 'seedance-1.5-pro', fields: { resolution: '1080p' } })
  expect(task?.fields).not.toHaveProperty('generate_audio')

  await studio.combobox('Model').selectOption('SeeDance 2.0')
  expect(await resolutions(studio)).toEqual(['480p', '720p'])
  await expect(studio.combobox('Resolution')).toHaveValue('720p')
})

test('a model that takes only a first frame is never sent a last frame', async ({ studio, sandbox }) => {
  await studio.choose('First frame', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo(20) })
  await studio.choose('Last frame', { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await photo(200) })
  await studio.combobox('Model').selectOption('SeeDance 1 Pro Fast')
  await expect(studio.page.getByText('SeeDance 1 Pro Fast takes a first frame only.')).toBeVisible()
  const card = await studio.generate('One frame.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(1)
  await studio.page.getByRole('button', { name: 'Remove b.jpg' }).click()
  await expect(studio.page.getByLabel('Last frame', { exact: true })).toHaveCount(0)
})

test('when a photo of a real person is refused, the card names the model that accepts it', async ({
  studio,
  sandbox,
}) => {
  sandbox.fail({ on: 'create', fault: 'code-9999', msg: REAL_PERSON })
  const card = await studio.generate('A portrait.')
  await expect(card).toContainText('SeeDance 1.5 Pro takes them')
})

base('the model select is hidden when only one model is offered', async ({ studio }) => {
  await expect(studio.combobox('Model')).toHaveCount(0)
})
