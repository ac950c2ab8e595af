import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import type { Sandbox } from '@/lib/sandbox'
import { colourAt, expect, file, quarters, type Studio, test } from './kit'

/** Submits the form and returns the image that the provider received. */
async function submittedImage(studio: Studio, sandbox: Sandbox, request: APIRequestContext): Promise<Buffer> {
  const card = await studio.generate(test.info().title)
  await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  const { items } = await (await request.get('/api/generations?limit=1')).json()
  const image = await (await request.get(`/api/images/${items[0].images[0].id}`)).body()
  const received = sandbox.ledger().tasks[0]?.images[0]?.sha256
  expect(received).toBe(createHash('sha256').update(image).digest('hex'))
  return image
}

const sizeOf = async (image: Buffer) => {
  const { width, height } = await sharp(image).metadata()
  return { width, height }
}

const onPhoto = (studio: Studio, name: string) =>
  studio.page.getByRole('button', { name: `Reframe ${name}`, exact: true })
const dialog = (studio: Studio) => studio.page.getByRole('dialog', { name: 'Reframe first frame' })
const cropFrame = (studio: Studio) => dialog(studio).getByRole('application')
/** Waits until the photo has loaded: before that, keys move nothing. */
const expectOpened = (studio: Studio) => expect(cropFrame(studio)).toBeFocused()

async function press(studio: Studio, key: string, times: number) {
  for (let count = 0; count < times; count++) await studio.page.keyboard.press(key)
}

test('a photo can be cropped by keyboard alone, and the video is made from the crop', async ({
  studio,
  sandbox,
  request,
}) => {
  await studio.prompt().fill('Nothing is sent yet.')
  await studio.combobox('Ratio').selectOption('1:1')
  await studio.choose(
    'First frame',
    file('four.png', await quarters(1600, 1200).png().toBuffer(), 'image/png'),
  )
  await onPhoto(studio, 'four.png').press('Enter')
  await expectOpened(studio)
  await press(studio, '+', 10) // zooms in more than twofold: a quarter fills the frame
  await press(studio, 'ArrowLeft', 30)
  await press(studio, 'ArrowUp', 30)
  await press(studio, 'Enter', 1)
  await expect(dialog(studio)).toBeHidden()
  await expect(onPhoto(studio, 'four.png')).toBeFocused()

  const image = await submittedImage(studio, sandbox, request)
  expect(sandbox.ledger().creates, 'Enter in the dialog sends nothing').toHaveLength(1)
  const { width = 0, height } = await sizeOf(image)
  expect(width).toBe(height)
  expect(width).toBeLessThan(600)
  expect((await sharp(image).metadata()).format).toBe('png')
  for (const [x, y] of [
    [0.02, 0.02],
    [0.98, 0.02],
    [0.02, 0.98],
    [0.98, 0.98],
  ] as const) {
    expect(await colourAt(image, x, y)).toBe('yellow')
  }
})

test('reframing again starts at the last crop of the original, and the whole photo can be restored', async ({
  studio,
  sandbox,
  request,
}) => {
  await studio.choose('First frame', file('four.jpg', await quarters(1600, 900).jpeg().toBuffer()))
  await onPhoto(studio, 'four.jpg').click()
  await expectOpened(studio)
  await dialog(studio).getByRole('radio', { name: '1:1' }).check({ force: true })
  await expect(dialog(studio).getByText('900 × 900 px')).toBeVisible()
  await dialog(studio).getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(studio.page.getByText('Matches your photo: 1:1')).toBeVisible()

  await onPhoto(studio, 'four.jpg').click()
  await expectOpened(studio)
  await expect(dialog(studio).getByRole('radio', { name: '1:1' })).toBeChecked()
  await expect(dialog(studio).getByText('900 × 900 px')).toBeVisible()
  await dialog(studio).getByRole('button', { name: 'Whole photo' }).click()
  await expect(studio.page.getByText('Matches your photo: 16:9')).toBeVisible()
  expect(await sizeOf(await submittedImage(studio, sandbox, request))).toEqual({ width: 1600, height: 900 })
})

for (const [ratio, width, height] of [
  ['9:16', 506, 900],
  ['adaptive', 2100, 900],
] as const) {
  test(`a photo that is too wide can be cropped to the ratio ${ratio}`, async ({
    studio,
    sandbox,
    request,
  }) => {
    await studio.combobox('Ratio').selectOption(ratio)
    await studio.choose('First frame', file('wide.jpg', await quarters(3600, 900).jpeg().toBuffer()))
    await expect(studio.page.getByText(/First frame is 3600 × 900 px.*too wide/)).toBeVisible()
    await studio.page.getByRole('button', { name: /Reframe/ }).click()
    await expectOpened(studio)
    await press(studio, 'ArrowRight', 30)
    await press(studio, 'Enter', 1)
    await expect(studio.page.getByText(/too wide/)).toBeHidden()
    await expect(onPhoto(studio, 'wide.jpg'), 'focus is not lost when the message disappears').toBeFocused()
    const image = await submittedImage(studio, sandbox, request)
    expect(await sizeOf(image)).toEqual({ width, height })
    expect(await colourAt(image, 0.1, 0.1)).toBe('red')
    expect(await colourAt(image, 0.1, 0.9)).toBe('blue')
  })
}

test('a photo with an EXIF orientation is cropped as it is displayed', async ({
  studio,
  sandbox,
  request,
}) => {
  const upright = await quarters(900, 1600).png().toBuffer()
  // Stored rotated to the left; orientation 6 tells viewers to rotate it right.
  const sideways = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  await studio.combobox('Ratio').selectOption('16:9')
  await studio.choose('First frame', file('phone.jpg', sideways))
  await onPhoto(studio, 'phone.jpg').click()
  await expectOpened(studio)
  await press(studio, '+', 1)
  await dialog(studio).locator('img').dispatchEvent('load') // browsers may send it late
  await press(studio, '+', 1)
  await press(studio, 'Enter', 1)
  await expect(dialog(studio)).toBeHidden()
  const image = await submittedImage(studio, sandbox, request)
  expect(await sizeOf(image)).toEqual({ width: 744, height: 418 })
  // The crop is the middle, where all four colours meet.
  for (const [x, y, colour] of [
    [0.45, 0.45, 'red'],
    [0.55, 0.45, 'green'],
    [0.45, 0.55, 'blue'],
    [0.55, 0.55, 'yellow'],
  ] as const) {
    expect(await colourAt(image, x, y)).toBe(colour)
  }
})

test('a HEIC photo is accepted like any other', async ({ studio, sandbox, request }) => {
  const heic = await readFile('e2e/kit/quarters.heic')
  await studio.choose('First frame', file('IMG_0001.HEIC', heic, ''))
  await expect(studio.page.getByText('Matches your photo: 4:3')).toBeVisible()
  const image = await submittedImage(studio, sandbox, request)
  expect(await sizeOf(image)).toEqual({ width: 640, height: 480 })
  expect([await colourAt(image, 0.25, 0.25), await colourAt(image, 0.75, 0.75)]).toEqual(['red', 'yellow'])
})

/** The HEIC photo of one colour with code points instead of its profile. The box keeps its length. */
async function heicWithCodes(primaries: number, transfer: number): Promise<Buffer> {
  const heic = await readFile('e2e/kit/display-p3.heic')
  const colr = heic.indexOf('colrprof')
  heic.write('nclx', colr + 4, 'latin1')
  for (const [index, code] of [primaries, transfer, 6].entries())
    heic.writeUInt16BE(code, colr + 8 + 2 * index)
  heic[colr + 14] = 0x80 // full range
  return heic
}

for (const [name, make, colour] of [
  ['by its profile', () => readFile('e2e/kit/display-p3.heic'), [250, 31, 35]],
  ['by its code points', () => heicWithCodes(12, 13), [250, 31, 35]],
] as const) {
  test(`a HEIC photo in Display P3, ${name}, comes out in the colours that it means`, async ({
    studio,
    sandbox,
    request,
  }) => {
    await studio.choose('First frame', file('IMG_0003.HEIC', await make(), 'image/heic'))
    const red = await colourOf(await submittedImage(studio, sandbox, request), { x: 0.1, y: 0.5 })
    expect(Math.max(...red.map((level, index) => Math.abs(level - (colour[index] ?? 999))))).toBeLessThan(5)
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`transparency shows the same colour in the form as in what is sent (${colorScheme})`, async ({
    studio,
    sandbox,
    request,
  }) => {
    const { page } = studio
    await page.emulateMedia({ colorScheme })
    const clear = { create: { width: 600, height: 600, channels: 4, background: '#0000' } } as const
    await studio.choose('First frame', file('clear.png', await sharp(clear).png().toBuffer(), 'image/png'))
    const preview = page.getByRole('img', { name: 'Preview of clear.png' })
    await expect(onPhoto(studio, 'clear.png')).toBeVisible()
    const shown = await colourOf(await preview.screenshot(), { x: 0.5, y: 0.4 })
    await onPhoto(studio, 'clear.png').click()
    await expectOpened(studio)
    const inDialog = await colourOf(await cropFrame(studio).screenshot(), { x: 0.4, y: 0.4 })
    await press(studio, '+', 3)
    await press(studio, 'Enter', 1)
    await expect(dialog(studio)).toBeHidden()
    const sent = await colourOf(await submittedImage(studio, sandbox, request), { x: 0.5, y: 0.5 })
    expect([shown, inDialog]).toEqual([sent, sent])
  })
}

async function colourOf(image: Buffer, { x, y }: { x: number; y: number }): Promise<number[]> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return [...data.subarray(at, at + 3)]
}

test('a HEIC photo that cannot be decoded is rejected with advice', async ({ studio }) => {
  const heic = (await readFile('e2e/kit/quarters.heic')).subarray(0, 400)
  await studio.choose('First frame', file('IMG_0002.HEIC', heic, 'image/heic'))
  await expect(studio.page.getByText(/HEIC photo can’t be opened here.*Save it as JPEG/)).toBeVisible()
})

test('a photo can be reframed after a reload, from the server’s copy', async ({
  studio,
  sandbox,
  request,
}) => {
  const { page } = studio
  await studio.combobox('Ratio').selectOption('9:16')
  await studio.choose(
    'First frame',
    file('four.png', await quarters(1600, 900).png().toBuffer(), 'image/png'),
  )
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('draft') ?? '')).toContain('four.png')
  await page.reload()
  await expect(page.getByText('Only a third of your photo fits 9:16.')).toBeVisible()
  await onPhoto(studio, 'four.png').click()
  await expectOpened(studio)
  await press(studio, 'ArrowLeft', 30)
  await press(studio, 'Enter', 1)
  await expect(page.getByText('fits 9:16')).toBeHidden()
  const image = await submittedImage(studio, sandbox, request)
  expect(await sizeOf(image)).toEqual({ width: 506, height: 900 })
  expect((await sharp(image).metadata()).format).toBe('png')
  expect([await colourAt(image, 0.05, 0.1), await colourAt(image, 0.95, 0.9)]).toEqual(['green', 'yellow'])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('dragging with one finger moves the photo, pinching zooms it', async ({
    studio,
    sandbox,
    request,
  }) => {
    const { page } = studio
    // The form is a bar while other tests' videos are in progress.
    if (await studio.newVideoButton().isVisible()) await studio.newVideoButton().click()
    await expect(page.getByText('Take a photo')).toHaveCount(2)
    for (const camera of await page.getByText('Take a photo').all()) await expect(camera).toBeVisible()
    await studio.combobox('Ratio').selectOption('9:16')
    await studio.choose('First frame', file('four.jpg', await quarters(1600, 900).jpeg().toBuffer()))
    await onPhoto(studio, 'four.jpg').tap()
    await expectOpened(studio)
    const box = await cropFrame(studio).boundingBox()
    if (!box) throw new Error('the frame has no bounding box')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const touch = await page.context().newCDPSession(page)
    const fingers = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints })
    await fingers('touchStart', { x: x - 20, y }, { x: x + 20, y })
    await fingers('touchMove', { x: x - 50, y }, { x: x + 50, y })
    await expect(dialog(studio).getByText('506 × 900 px')).toBeHidden()
    await fingers('touchEnd')
    await fingers('touchStart', { x, y })
    await fingers('touchMove', { x: x + 30, y: y + 30 })
    await fingers('touchMove', { x: x + 380, y: y + 380 })
    await fingers('touchEnd')
    await dialog(studio).getByRole('button', { name: 'Apply', exact: true }).tap()
    await expect(dialog(studio)).toBeHidden()
    const image = await submittedImage(studio, sandbox, request)
    const { width = 0, height = 0 } = await sizeOf(image)
    expect(width / height).toBeCloseTo(9 / 16, 2)
    expect(height).toBeLessThan(600)
    expect([await colourAt(image, 0.05, 0.05), await colourAt(image, 0.95, 0.5)]).toEqual(['red', 'red'])
  })
})
