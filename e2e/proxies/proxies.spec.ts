import { once } from 'node:events'
import { request as httpsRequest } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { test as base, type Page } from '@playwright/test'
import sharp from 'sharp'
import { becomeOwner, hydrated, signIn } from '@/e2e/access/team'
import { CANARY, expect, file, freePort, PASSWORD, photo, type Running, Studio, startTeam } from '@/e2e/kit'
import { startSandbox } from '@/lib/sandbox'
import { PROXIES, type RunningProxy } from './start'
import { whyNot } from './why-not'

type Behind = { proxy: RunningProxy; running: Running; page: Page }

/** A photo of more than 20 MB, as a camera makes it at its best: noise, as from a sensor. */
function largePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width: 5_600, height: 4_200, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 97 }) // 23 MB; at 94 it depends on the version of the encoder
    .toBuffer()
}

for (const name of ['nginx', 'caddy'] as const) {
  const test = base.extend<{ behind: Behind }, { large: Buffer; studio: Omit<Behind, 'page'> }>({
    large: [({ browserName: _ }, use) => largePhoto().then(use), { scope: 'worker' }],
    studio: [
      async ({ browserName: _ }, use) => {
        const provider = await startSandbox({ key: CANARY, video: 'tiny' })
        provider.sandbox.set({ pendingMs: 100, processingMs: 200, uploadingMs: 100 })
        const upstream = await freePort()
        const proxy = await PROXIES[name]({ upstream })
        const running = await startTeam({
          TENSORSLAB_BASE_URL: provider.url,
          TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
          POLL_INTERVAL_MS: '300',
          PORT: `${upstream}`,
          PUBLIC_URL: proxy.url,
        })
        await use({ proxy, running })
        await running.stop()
        await proxy.stop()
        await provider.close()
      },
      { scope: 'worker' },
    ],
    /** The owner’s page, opened through the proxy. */
    behind: async ({ browser, studio }, use) => {
      const context = await browser.newContext({
        baseURL: `${studio.proxy.url}/`,
        ignoreHTTPSErrors: true,
        locale: 'en-US',
      })
      const page = await context.newPage()
      await page.goto('./')
      await page.getByRole('button', { name: /^(Create owner account|Sign in)$/ }).waitFor()
      if (/\/setup$/.test(page.url())) await becomeOwner(page, studio.running)
      else await signIn(page, 'Olga@example.com', PASSWORD)
      await hydrated(page)
      await use({ ...studio, page })
      await context.close()
    },
  })

  test.describe(`behind ${name}, set up as in docs/`, () => {
    test.beforeAll(() => whyNot(name).then((reason) => test.skip(reason !== null, reason ?? '')))

    test('people sign in, make a video from a photo and play it', async ({ behind: { page, proxy } }) => {
      const studio = new Studio(page)
      const [session] = await page.context().cookies()
      expect(session).toMatchObject({ secure: true, httpOnly: true, path: '/', sameSite: 'Lax' })
      await studio.choose('First frame', file('beach.jpg', await photo(20)))
      const card = await studio.generate('A koala behind a proxy.')
      const video = card.getByLabel('Generated video')
      await expect(video).toBeVisible()
      await video.evaluate((element: HTMLVideoElement) => {
        element.muted = true
        return element.play()
      })
      await expect
        .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
        .toBeGreaterThan(0)
      await page.getByRole('button', { name: '中文' }).click() // a server action, which compares hosts by itself
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')

      const { items } = await (await page.request.get('api/generations?status=completed&limit=1')).json()
      const whole = await page.request.get(items[0].video.url)
      const bytes = await whole.body()
      const part = await page.request.get(items[0].video.url, { headers: { range: 'bytes=4-7' } })
      expect([part.status(), part.headers()['content-range'], (await part.body()).toString()]).toEqual([
        206,
        `bytes 4-7/${bytes.length}`,
        'ftyp',
      ])
      const etag = whole.headers().etag ?? ''
      expect(
        (await page.request.get(items[0].video.url, { headers: { 'if-none-match': etag } })).status(),
      ).toBe(304)
      if (proxy.plain) {
        const redirect = await page.request.get(`${proxy.plain}/account`, { maxRedirects: 0 })
        expect([redirect.status(), redirect.headers().location]).toEqual([301, `${proxy.url}/account`])
      }
    })

    test('a photo of 20 MB arrives, and so does a whole submission with two', async ({
      behind: { page, proxy },
      large,
    }) => {
      expect(large.length).toBeGreaterThan(20_000_000)
      const headers = { origin: proxy.url }
      const uploaded = await page.request.post('api/images', {
        headers: { ...headers, 'content-type': 'image/jpeg' },
        data: large,
      })
      expect([uploaded.status(), await uploaded.text()]).toEqual([201, expect.stringContaining('"id"')])
      const form = new FormData()
      form.set('prompt', 'Two large photos.')
      for (const part of ['first.jpg', 'last.jpg'])
        form.append('sourceImage', new File([new Uint8Array(large)], part, { type: 'image/jpeg' }))
      const made = await page.request.post('api/generations', { headers, multipart: form })
      expect([made.status(), await made.json()]).toEqual([
        201,
        expect.objectContaining({
          taskid: expect.any(String),
          images: [expect.anything(), expect.anything()],
        }),
      ])
    })

    test('a slow upload arrives whole', async ({ behind: { page, proxy } }) => {
      const image = await photo(200)
      const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ')
      const sending = httpsRequest(`${proxy.url}/api/images`, {
        method: 'POST',
        rejectUnauthorized: false,
        headers: { cookie, origin: proxy.url, 'content-type': 'image/jpeg', 'content-length': image.length },
      })
      const answered = once(sending, 'response')
      const size = Math.ceil(image.length / 20)
      for (let start = 0; start < image.length; start += size) {
        sending.write(image.subarray(start, start + size))
        await pause(100) // as over a slow line
      }
      sending.end()
      const [answer] = await answered
      expect(answer.statusCode).toBe(201)
      answer.destroy()
    })

    test('what the studio refuses early is told in its own words, and the next request arrives', async ({
      behind: { page, proxy },
      large,
    }) => {
      for (let round = 0; round < 5; round++) {
        const refused = await page.request.post('api/images', {
          headers: { origin: 'https://evil.example', 'content-type': 'image/jpeg' },
          data: large,
        })
        expect([refused.status(), (await refused.json()).code]).toEqual([403, 'forbidden'])
        const next = await page.request.post('api/images', {
          headers: { origin: proxy.url, 'content-type': 'image/jpeg' },
          data: Buffer.from('not a photo'),
        })
        expect([next.status(), (await next.json()).code]).toEqual([415, 'unsupported_media'])
      }
    })

    test('many requests over kept connections are all answered by the studio', async ({
      behind: { page },
    }) => {
      const statuses: number[] = []
      for (let round = 0; round < 20; round++) {
        const answers = await Promise.all(
          ['api/generations', 'api/waiting', './', 'api/generations?show=nothing', 'account'].map((path) =>
            page.request.get(path),
          ),
        )
        statuses.push(...answers.map((answer) => answer.status()))
      }
      expect(statuses.filter((status) => status !== 200)).toEqual([])
    })

    // Caddy itself answers only for the host of its file.
    if (name === 'nginx')
      test('another host is refused by the studio, which says where it is', async ({ studio: { proxy } }) => {
        const sending = httpsRequest(`${proxy.url}/api/generations`, {
          rejectUnauthorized: false,
          headers: { host: 'evil.example' },
        }).end()
        const [answer] = await once(sending, 'response')
        const body = Buffer.concat(await answer.toArray()).toString()
        expect([answer.statusCode, body]).toEqual([403, expect.stringContaining(proxy.url)])
      })

    test('what is too large for the proxy is refused by it, and the form goes on', async ({
      behind: { page, running, proxy },
    }) => {
      const limit = name === 'nginx' ? 'client_max_body_size 200m' : 'max_size 200MB'
      const lower = name === 'nginx' ? 'client_max_body_size 10k' : 'max_size 10KB'
      const upstream = Number(new URL(running.url).port)
      const strict = await PROXIES[name]({ upstream, replace: { [limit]: lower } })
      try {
        const image = await photo(20)
        const direct = await page.request.post(`${strict.url}/api/images`, {
          headers: { host: new URL(proxy.url).host, origin: proxy.url, 'content-type': 'image/jpeg' },
          data: image,
        })
        // Caddy 2.6, which Debian has, stops the request and then says 502; later ones say 413.
        expect(name === 'caddy' ? [413, 502] : [413]).toContain(direct.status())
        expect(direct.headers()['content-type'] ?? '').not.toContain('problem+json')
        await page.route('**/api/images', async (route) => {
          const answer = await page.request.fetch(`${strict.url}/api/images`, {
            method: 'POST',
            headers: { ...route.request().headers(), host: new URL(proxy.url).host },
            data: image,
          })
          await route.fulfill({ response: answer })
        })
        const studio = new Studio(page)
        await studio.choose('First frame', file('beach.jpg', image))
        // Its words are the composer's; here only that the form tells it, and lets go of the photo.
        const lost = page.getByRole('button', { name: /Try again|Choose another|Replace/ })
        await expect(lost.first()).toBeVisible()
        await page.getByRole('button', { name: 'Remove beach.jpg' }).click()
        await studio.generate('Without the photo.')
        await expect(
          studio.card('Without the photo.').getByRole('button', { name: 'Copy task ID' }),
        ).toBeVisible()
      } finally {
        await strict.stop()
      }
    })
  })
}
