import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, file, hold, photo, test } from './kit'

const paint = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    .jpeg()
    .toBuffer()

test('two files dropped at once fill both slots in order', async ({ studio, sandbox, request }) => {
  const { page } = studio
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-drop-'))
  const files = [join(folder, 'a.jpg'), join(folder, 'b.jpg')]
  await writeFile(files[0] ?? '', await photo(20, 1600, 900))
  await writeFile(files[1] ?? '', await photo(200, 900, 1600))
  // The browser's own drop: a scripted one carries no real files.
  const browser = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files, dragOperationsMask: 1 }
    await browser.send('Input.dispatchDragEvent', { type, x: 900, y: 400, data })
  }
  const card = await studio.generate('Dropped on the page.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const { items } = await (await request.get('/api/generations?limit=1')).json()
  expect(items[0].images.map((image: { width: number }) => image.width)).toEqual([1600, 900])
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(2)
  await rm(folder, { recursive: true })
})

const REFUSED: [name: string, make: () => Promise<Buffer>, type: string, words: RegExp][] = [
  ['small.jpg', () => paint(300, 300), 'image/jpeg', /First frame is 300 × 300 px.*at least 301 px/],
  [
    'text.jpg',
    async () => Buffer.from('not a picture'),
    'image/jpeg',
    /First frame isn’t a JPEG, PNG or WebP/,
  ],
  [
    'cut.jpg',
    async () => (await photo(20)).subarray(0, 9_000),
    'image/jpeg',
    /First frame is damaged or incomplete/,
  ],
]
for (const [name, make, type, words] of REFUSED) {
  test(`${name} is refused in its slot, with what to do`, async ({ studio }) => {
    await studio.choose('First frame', file(name, await make(), type))
    await expect(studio.page.getByText(words)).toBeVisible()
    await expect(studio.page.getByText(name, { exact: true })).toBeVisible()
  })
}

test('a removed photo is not sent', async ({ studio, sandbox }) => {
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await studio.page.getByRole('button', { name: /remove/i }).click()
  await expect(studio.combobox('Ratio')).toHaveValue('9:16')
  const card = await studio.generate('No picture after all.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.images).toEqual([])
})

test('a chosen ratio stays when a photo is added', async ({ studio }) => {
  await studio.combobox('Ratio').selectOption('1:1')
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await expect(studio.page.getByText(/fits 1:1/)).toBeVisible()
  await expect(studio.combobox('Ratio')).toHaveValue('1:1')
})

test('notices about photos follow the language', async ({ studio }) => {
  const { page } = studio
  await studio.choose('Last frame', file('beach.jpg', await photo(20)))
  const form = page.getByRole('form') // what was announced is in the page once more
  await expect(form.getByText('A single photo is always the first frame')).toBeVisible()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(form.getByText('只有一张图片时作为首帧')).toBeVisible()
})

test('a photo that arrives while the press is still being checked is sent with it', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  const letPhoto = await hold(page, /\/api\/images$/)
  const underWay = page.waitForRequest(/\/api\/images$/)
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await underWay
  // The next script is what checks a wish: it is fetched when the form is first touched.
  const letChecks = await hold(page, /\.js$/, 1)
  const card = await studio.generate('Pressed before it was all there.')
  const arrived = page.waitForResponse(/\/api\/images$/)
  letPhoto()
  await (await arrived).finished()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  letChecks()
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(1)
})
