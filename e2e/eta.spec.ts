import { expect, Studio, startStudio, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const MIN_VIDEOS = 5 // fewer give no estimate

test('the studio learns render times from its videos and shows them under Generate and on cards', async ({
  page,
  sandbox,
  servers,
}) => {
  sandbox.set(QUICK)
  // A studio of its own, without any videos.
  const { url, stop } = await startStudio({
    TENSORSLAB_BASE_URL: servers.provider.url,
    TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${servers.provider.port}`,
    POLL_INTERVAL_MS: '300',
  })
  const studio = new Studio(page)
  await page.goto(url)
  await expect(studio.generateButton()).toBeEnabled()
  await expect(studio.page.getByText('Usually takes a few minutes')).toBeVisible()
  for (let n = 1; n <= MIN_VIDEOS; n++) {
    await page.request.post(`${url}/api/generations`, {
      multipart: { prompt: `Made before, ${n}.`, duration: '10', resolution: '480p' },
    })
  }
  const etas = async () => (await (await page.request.get(`${url}/api/waiting`)).json()).items
  await expect.poll(etas).toEqual([
    {
      duration: 10,
      resolution: '480p',
      count: MIN_VIDEOS,
      median: expect.any(Number),
      p90: expect.any(Number),
      nineInTen: expect.any(Number),
    },
  ])
  await studio.page.reload()
  await expect(studio.page.getByText('Usually takes a few minutes')).toBeVisible()
  await studio.combobox('Duration').selectOption('10')
  await studio.combobox('Resolution').selectOption('480p')
  await expect(studio.page.getByText(/^Usually (about )?\d/)).toBeVisible()

  sandbox.set({ processingMs: 3_600_000 })
  await studio.page.clock.install()
  const card = await studio.generate('Made now.')
  await expect(card).toContainText(/Rendering · usually /)
  await studio.page.clock.fastForward('01:00:00')
  await expect(card).toContainText('Rendering · longer than usual')
  await stop()
})

test('an open page updates its estimate as its videos finish', async ({ studio, sandbox }) => {
  sandbox.set(QUICK)
  await studio.combobox('Duration').selectOption('15')
  await studio.combobox('Resolution').selectOption('480p')
  for (let n = 1; n <= MIN_VIDEOS; n++) {
    const card = await studio.generate(`Made here, ${n}.`)
    await card.getByRole('button', { name: 'Copy task ID' }).waitFor()
  }
  await expect(studio.page.getByText(/^Usually (about )?\d/)).toBeVisible()
})
