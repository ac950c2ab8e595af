import { expect, postAtOnce, type Studio, test } from './kit'

const QUICK = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const DESKTOP = { width: 1440, height: 900 }

type Fields = Record<string, string>

/** Makes videos through the API, oldest first, and opens the studio with them. */
async function withVideos({ page, generateButton }: Studio, videos: readonly Fields[]) {
  for (const fields of videos) {
    const answer = await page.request.post('/api/generations', {
      multipart: { resolution: '480p', ...fields },
    })
    const { id } = await answer.json()
    const status = async () => (await (await page.request.get(`/api/generations/${id}`)).json()).status
    await expect.poll(status).toBe('completed')
  }
  await page.setViewportSize(DESKTOP)
  await page.goto('/')
  await expect(generateButton()).toBeEnabled()
}

type Box = { name: string; row: number; left: number; width: number; video: number; lines: number[] }

/** The cards: their place, their video’s height, and where the caption, the settings and the buttons begin below it. */
const boxesOf = ({ page }: Studio): Promise<Box[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('article:has(video)')].map((card) => {
      const { top, left, width } = card.getBoundingClientRect()
      const [media, ...below] = [...card.children].map((child) => child.getBoundingClientRect())
      return {
        name: card.querySelector('p')?.textContent ?? '',
        row: Math.round(top + window.scrollY),
        left,
        width,
        video: media?.height ?? 0,
        lines: below.map((line) => line.top - top),
      }
    }),
  )

test.beforeEach(({ sandbox }) => sandbox.set(QUICK))

test('cards of a row have videos of one height, and captions and buttons in line', async ({ studio }) => {
  const long = 'The tide comes in over the flats, slowly at first, and takes the tracks of the gulls with it.'
  await withVideos(studio, [
    { prompt: 'A: true ratios differ.', ratio: '16:9', resolution: '480p', seed: '7', generate_audio: '1' },
    { prompt: `B: ${long}`, ratio: '16:9', resolution: '720p' },
    { prompt: 'C: tall.', ratio: '9:16', resolution: '480p' },
    { prompt: `D: ${long}`, ratio: '9:16', resolution: '720p', seed: '4000000000', duration: '10' },
    { prompt: 'E: wide.', ratio: '21:9', resolution: '480p' },
    { prompt: `F: ${long}`, ratio: '3:4', resolution: '720p' },
    { prompt: 'G: square.', ratio: '1:1' },
  ])
  const boxes = await boxesOf(studio)
  const rows = [...new Set(boxes.map(({ row }) => row))].map((top) => boxes.filter(({ row }) => row === top))
  expect(rows.filter((row) => row.length > 1).length).toBeGreaterThan(1)
  for (const row of rows) {
    const [first] = row
    for (const { name, video, lines } of row) {
      expect(Math.abs(video - (first?.video ?? 0)), `height of ${name}`).toBeLessThan(0.5)
      const apart = lines.map((line, index) => Math.abs(line - (first?.lines[index] ?? 0)))
      expect(Math.max(...apart), `caption and buttons of ${name}`).toBeLessThan(0.5)
    }
  }
  // The same buttons on the narrowest card and the widest.
  for (const name of ['C: tall.', 'E: wide.']) {
    const names = await studio
      .card(name)
      .getByRole('button')
      .or(studio.card(name).getByRole('link', { name: 'Download' }))
      .allInnerTexts()
    expect(names.slice(-4), name).toEqual(['Download', 'Reuse', 'Continue', 'Star'])
  }
})

test('a video that is deleted or loses its star leaves its place empty, so that its neighbours stay', async ({
  studio,
}) => {
  const { page } = studio
  const names = ['Left of two.', 'Right of two.']
  await withVideos(
    studio,
    names.map((prompt) => ({ prompt, ratio: '16:9' })),
  )
  const others = async (gone: string) => (await boxesOf(studio)).filter(({ name }) => name !== gone)
  const before = await others('Right of two.')
  await studio.card('Right of two.').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(studio.card('Right of two.')).toHaveCount(0)
  expect(await others('')).toEqual(before)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.card('Right of two.')).toBeVisible()
  expect(await others('Right of two.')).toEqual(before)

  for (const name of names) await studio.card(name).getByRole('button', { name: 'Star' }).click()
  await page.getByRole('link', { name: 'Starred' }).click()
  await expect(page.getByRole('article', { name: 'of two.' })).toHaveCount(2)
  const starred = await others('Right of two.')
  await studio.card('Right of two.').getByRole('button', { name: 'Star' }).click()
  await expect(studio.card('Right of two.')).toHaveCount(0)
  expect(await others('')).toEqual(starred)
})

test('failures are rows above the videos, three at most, each with what to do and a way to take it out', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  await withVideos(studio, [{ prompt: 'The one that was made.', ratio: '16:9' }])
  for (const prompt of ['Failure 1.', 'Failure 2.', 'Failure 3.', 'Failure 4.']) {
    sandbox.fail({ on: 'create', fault: 'code-9000' })
    await postAtOnce(page, prompt)
  }
  await page.reload()
  const rows = page.getByRole('article', { name: 'Failure' })
  await expect(rows).toHaveCount(3)
  const video = await studio.card('The one that was made.').boundingBox()
  for (const row of await rows.all()) {
    const box = await row.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(56)
    expect(box?.height).toBeLessThanOrEqual(96)
    expect(box?.y).toBeLessThan(video?.y ?? 0)
    await expect(row.getByRole('link', { name: 'Top up' })).toBeVisible()
    await expect(row).toContainText(/Out of credits.*Top up at.*Nothing was created or billed/s)
  }
  await rows.first().getByRole('button', { name: 'Delete' }).click()
  await expect(studio.card('Failure 4.')).toHaveCount(0)
  await expect(studio.card('Failure 1.'), 'the next one moves up').toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.card('Failure 1.')).toHaveCount(0)
  await page.getByRole('link', { name: 'Show all failed' }).click()
  await expect(rows).toHaveCount(4)
  await expect(page).toHaveURL(/\?show=failed$/)
})
