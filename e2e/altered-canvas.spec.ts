import { readFile } from 'node:fs/promises'
import type { APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import type { Sandbox } from '@/lib/sandbox'
import { type Alteration, alterCanvas, expect, file, Studio, test } from './kit'

const ALTERATIONS: Alteration[] = ['read', 'written', 'blank']

/** Opens the studio in a browser whose protection against fingerprinting alters canvases. */
const altered = test.extend<{ alteration: Alteration }>({
  alteration: ['read', { option: true }],
  page: async ({ page, alteration }, use) => {
    await alterCanvas(page, alteration)
    await use(page)
  },
})

async function makeVideo(request: APIRequestContext, sandbox: Sandbox, prompt: string): Promise<string> {
  sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0 })
  const { id } = await (
    await request.post('/api/generations', { multipart: { prompt, ratio: '16:9', resolution: '480p' } })
  ).json()
  await expect
    .poll(async () => (await (await request.get(`/api/generations/${id}`)).json()).status)
    .toBe('completed')
  return id
}

for (const alteration of ALTERATIONS) {
  altered.describe(`in a browser that alters canvases (${alteration})`, () => {
    altered.use({ alteration })

    altered('a crop has the photo’s very pixels', async ({ studio, request }) => {
      const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const
      const photo = await sharp({
        create: { width: 800, height: 600, channels: 3, background: '#000', noise },
      })
        .png()
        .toBuffer()
      await studio.combobox('Ratio').selectOption('1:1')
      await studio.choose('First frame', file('noise.png', photo, 'image/png'))
      await studio.page.getByRole('button', { name: 'Reframe noise.png' }).press('Enter')
      const dialog = studio.page.getByRole('dialog', { name: 'Reframe first frame' })
      await expect(dialog.getByRole('application')).toBeFocused()
      for (let count = 0; count < 30; count++) await studio.page.keyboard.press('ArrowRight') // the left edge
      await studio.page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      const card = await studio.generate(test.info().title)
      await expect(card.getByRole('button', { name: 'Copy task ID' })).toBeVisible()
      const { items } = await (await request.get('/api/generations?limit=1')).json()
      const sent = await (await request.get(`/api/images/${items[0].images[0].id}`)).body()
      const expected = sharp(photo).extract({ left: 0, top: 0, width: 600, height: 600 }).raw()
      expect((await sharp(sent).raw().toBuffer()).equals(await expected.toBuffer())).toBe(true)
    })

    altered('a HEIC photo is refused, with what helps', async ({ studio }) => {
      const heic = await readFile('e2e/kit/quarters.heic')
      await studio.choose('First frame', file('IMG_0001.HEIC', heic, 'image/heic'))
      await expect(
        studio.page.getByText(/fingerprinting protection alters photos.*Save it as JPEG/),
      ).toBeVisible()
    })

    altered(
      'the last frame isn’t taken from the video, and a toast says why',
      async ({ studio, request, sandbox }) => {
        const prompt = `Goes on (${alteration}).`
        await makeVideo(request, sandbox, prompt)
        await studio.page.goto('/')
        await studio.card(prompt).getByRole('button', { name: 'Continue' }).click()
        await expect(studio.page.getByRole('region', { name: 'Notifications' })).toContainText(
          'fingerprinting protection alters frames',
        )
        await expect(studio.page.getByRole('button', { name: /^Remove last-frame/ })).toHaveCount(0)
      },
    )

    altered(
      'no poster is kept until another browser makes it',
      async ({ studio, request, sandbox, browser }) => {
        const { page } = studio
        const prompt = `Unaltered (${alteration}).`
        const id = await makeVideo(request, sandbox, prompt)
        const handedIn: string[] = []
        page.on('request', (call) => void (call.method() === 'PUT' && handedIn.push(call.url())))
        await page.goto('/')
        await studio.card(prompt).getByRole('button', { name: 'Play' }).click()
        const video = page.getByRole('dialog').getByLabel('Generated video')
        await expect
          .poll(() => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime))
          .toBeGreaterThan(0)

        const other = new Studio(await browser.newPage({ baseURL: new URL(page.url()).origin }))
        const kept = other.page.waitForRequest((call) => call.method() === 'PUT' && call.url().includes(id))
        await other.page.goto('/')
        await kept
        expect(handedIn).toEqual([])
        await other.page.close()
      },
    )
  })
}
