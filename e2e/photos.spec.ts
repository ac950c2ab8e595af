import { basename } from 'node:path'
import sharp from 'sharp'
import { centre, drag, expect, file, hold, onDisk, photo, type Studio, test } from './kit'

const paint = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    .jpeg()
    .toBuffer()

const preview = ({ page }: Studio, name: string) => page.getByRole('img', { name: `Preview of ${name}` })
/** A message under the slots. Searched in the form, since announced messages are in the page twice. */
const message = ({ page }: Studio, text: string | RegExp) => page.getByRole('form').getByText(text)

test('two photos dropped together fill both slots in order', async ({ studio, sandbox, request }) => {
  const { page } = studio
  const { paths, clean } = await onDisk({
    'a.jpg': await photo(20, 1600, 900),
    'b.jpg': await photo(200, 900, 1600),
  })
  const dropHint = page.getByText('Drop to add photos')
  const first = await drag(page, { files: paths })
  await expect(dropHint).toBeVisible()
  await first.cancel() // Chromium sends the page no event for this
  await page.mouse.move(600, 300)
  await expect(dropHint).toBeHidden()
  await (await drag(page, { files: paths })).drop()
  await expect(dropHint).toBeHidden()
  const card = await studio.generate('Dropped on the page.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const { items } = await (await request.get('/api/generations?limit=1')).json()
  expect(items[0].images.map((image: { width: number }) => image.width)).toEqual([1600, 900])
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(2)
  await clean()
})

test('a photo dropped on a slot replaces the one there and is not added a second time', async ({
  studio,
}) => {
  const { page } = studio
  const { paths, clean } = await onDisk({
    'a.jpg': await photo(20),
    'b.jpg': await photo(200),
    'c.jpg': await photo(90),
  })
  await (await drag(page, { files: paths.slice(0, 2) })).drop()
  await expect(preview(studio, 'b.jpg')).toBeVisible()
  const held = await drag(page, { files: paths.slice(2) }, await centre(preview(studio, 'a.jpg')))
  await expect(page.getByText('Drop to add photos')).toBeVisible()
  await held.drop()
  await expect(preview(studio, 'c.jpg')).toBeVisible()
  await expect(preview(studio, 'a.jpg')).toHaveCount(0)
  await expect(preview(studio, 'b.jpg')).toBeVisible()
  await expect(page.getByText('Drop to add photos')).toBeHidden()
  await clean()
})

test('of many dropped files the first two photos are added, and the form says what was left out', async ({
  studio,
}) => {
  const { page } = studio
  const image = await photo(20)
  const { paths, clean } = await onDisk({
    'notes.txt': 'notes',
    'a.jpg': image,
    'b.jpg': image,
    'c.jpg': image,
  })
  await (await drag(page, { files: paths.slice(0, 3) })).drop()
  await expect(
    message(studio, 'notes.txt was left out: only JPEG, PNG, WebP and HEIC photos can be used.'),
  ).toBeVisible()
  for (const name of ['a.jpg', 'b.jpg']) await expect(preview(studio, name)).toBeVisible()
  await (await drag(page, { files: paths.slice(1) })).drop()
  await expect(message(studio, /first two.* 3/)).toBeVisible()
  await expect(preview(studio, 'c.jpg')).toHaveCount(0)
  await clean()
})

test('a file without a MIME type is recognised by its bytes', async ({ studio, sandbox }) => {
  const { paths, clean } = await onDisk({ photo: await photo(20), notes: 'no photo' })
  await (await drag(studio.page, { files: paths.slice(0, 1) })).drop()
  await expect(preview(studio, 'photo')).toBeVisible()
  const card = await studio.generate('From a photo without a type.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(1)
  await (await drag(studio.page, { files: paths.slice(1) }, await centre(preview(studio, 'photo')))).drop()
  await expect(message(studio, /First frame isn’t a JPEG, PNG or WebP/)).toBeVisible()
  await clean()
})

test('a dropped folder is rejected with a message', async ({ studio }) => {
  const { folder, clean } = await onDisk({ 'a.jpg': await photo(20) })
  await (await drag(studio.page, { files: [folder] })).drop()
  await expect(
    message(studio, `${basename(folder)} is a folder. Add one or two photos from it instead.`),
  ).toBeVisible()
  await expect(preview(studio, 'a.jpg')).toHaveCount(0)
  await clean()
})

const LINK = [
  { mimeType: 'text/uri-list', data: 'https://example.com/koala.jpg' },
  { mimeType: 'text/html', data: '<img src="https://example.com/koala.jpg">' },
]
const TEXT = [{ mimeType: 'text/plain', data: 'A koala waves.' }]
for (const [what, items, sentence, chinese] of [
  ['an image from another site', LINK, 'That’s a link, not the photo itself.', '这是链接，不是图片文件。'],
  ['text', TEXT, 'That’s text, not a photo.', '这是文字，不是图片。'],
] as const) {
  test(`dropping ${what} on the page shows a message in both languages and does not navigate`, async ({
    studio,
  }) => {
    const { page } = studio
    const address = page.url()
    await (await drag(page, { items: [...items] })).drop()
    await expect(message(studio, sentence)).toBeVisible()
    await page.getByRole('button', { name: '中文' }).click()
    await expect(message(studio, chinese)).toBeVisible()
    expect(page.url()).toBe(address)
  })
}

test('text dropped on the prompt is inserted into it', async ({ studio }) => {
  await (await drag(studio.page, { items: TEXT }, await centre(studio.prompt()))).drop()
  await expect(studio.prompt()).toHaveValue('A koala waves.')
  await expect(message(studio, 'That’s text')).toHaveCount(0)
})

/** Pastes into the focused element what another program would have copied: a text and a file. */
const paste = ({ page }: Studio, text: string, file: { name: string; bytes: Buffer }) =>
  page.evaluate(
    ([text, name, bytes]) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      data.items.add(new File([Uint8Array.from(bytes)], name, { type: 'image/jpeg' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      return document.activeElement?.dispatchEvent(event)
    },
    [text, file.name, [...file.bytes]] as const,
  )

test('pasting a copied file adds a photo, and pasting copied text inserts text', async ({ studio }) => {
  const image = { name: 'beach.jpg', bytes: await photo(20, 800, 600) }
  for (const field of [studio.prompt(), studio.page.getByRole('searchbox')]) {
    await field.focus()
    expect(await paste(studio, 'A koala.', image), 'left to the browser').toBe(true)
  }
  await expect(preview(studio, 'beach.jpg')).toHaveCount(0)
  await studio.prompt().focus()
  expect(await paste(studio, 'beach.jpg', image)).toBe(false)
  await expect(preview(studio, 'beach.jpg')).toBeVisible()
})

const REJECTED: [name: string, make: () => Promise<Buffer>, type: string, explanation: RegExp][] = [
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
for (const [name, make, type, explanation] of REJECTED) {
  test(`the photo ${name} is rejected in its slot with an explanation`, async ({ studio }) => {
    await studio.choose('First frame', file(name, await make(), type))
    await expect(studio.page.getByText(explanation)).toBeVisible()
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

test('a ratio that was chosen is kept when a photo is added', async ({ studio }) => {
  await studio.combobox('Ratio').selectOption('1:1')
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await expect(studio.page.getByText(/fits 1:1/)).toBeVisible()
  await expect(studio.combobox('Ratio')).toHaveValue('1:1')
})

test('messages about photos follow the language', async ({ studio }) => {
  const { page } = studio
  await studio.choose('Last frame', file('beach.jpg', await photo(20)))
  const form = page.getByRole('form') // announced messages are in the page twice
  await expect(form.getByText('A single photo is always the first frame')).toBeVisible()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(form.getByText('只有一张图片时作为首帧')).toBeVisible()
})

test('a photo whose upload ends while the submission is still being validated is sent with it', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  const releasePhoto = await hold(page, /\/api\/images$/)
  const uploading = page.waitForRequest(/\/api\/images$/)
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await uploading
  // The next script holds the validation: it is loaded when the form is first touched.
  const releaseChecks = await hold(page, /\.js$/, 1)
  const card = await studio.generate('Pressed before it was all there.')
  const arrived = page.waitForResponse(/\/api\/images$/)
  releasePhoto()
  await (await arrived).finished()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  releaseChecks()
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(1)
})

test('a photo that the server no longer has is uploaded again from the page, and the video is made', async ({
  studio,
  sandbox,
}) => {
  const { page } = studio
  const uploads: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/images')) uploads.push(request.url())
  })
  await studio.choose('First frame', file('a.jpg', await photo(20)))
  await expect.poll(() => uploads.length).toBe(1)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('draft') ?? '')).toContain('a.jpg')
  const [id] = await page.evaluate(() => {
    const draft = JSON.parse(sessionStorage.getItem('draft') ?? '{}')
    return draft.images.map((image: { id: string }) => image.id)
  })
  let lost = true
  await page.route('**/api/generations', async (route) => {
    if (route.request().method() !== 'POST' || !lost) return route.fallback()
    lost = false
    const reasons = [{ type: 'unknown_image', field: 'sourceImage', image: 1, id }]
    const body = { type: 'about:blank', title: 'x', status: 422, code: 'invalid_input', detail: 'x', reasons }
    await route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(body) })
  })
  const card = await studio.generate('Brought anew.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(uploads).toHaveLength(2)
  expect(sandbox.ledger().tasks).toHaveLength(1)
  expect(sandbox.ledger().tasks[0]?.images).toHaveLength(1)
})

test('after a reload, a photo of the draft that the server no longer has is uploaded from the browser’s copy', async ({
  studio,
}) => {
  const { page } = studio
  await studio.choose('First frame', file('a.jpg', await photo(20)))
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('draft') ?? '')).toContain('a.jpg')
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('photos')).keys()).length))
    .toBe(1)
  await page.route('**/api/images/*', (route) => route.fulfill({ status: 404, body: '' }))
  const again = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/api/images'),
  )
  await page.reload()
  await again
  await expect(preview(studio, 'a.jpg').locator('image')).toHaveAttribute('href', /^blob:/)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(message(studio, /Upload it again|gone/)).toHaveCount(0)
  await page.unroute('**/api/images/*')
  const card = await studio.generate('Brought from the copy.')
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
})
