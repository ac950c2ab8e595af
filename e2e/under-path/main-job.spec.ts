import { readFile } from 'node:fs/promises'
import { head, sendRaw } from '@/e2e/access/raw'
import { expect, file, photo, Studio, startStudio } from '@/e2e/kit'
import { nextBuild } from './build'
import { BASE_PATH, environment, test, watch } from './fixture'

test('under a base path a video is made, played, found after a reload, opened and downloaded', async ({
  browser,
  running,
}) => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  const faults = watch(page)
  await page.goto(running.url)
  const studio = new Studio(page)
  await expect(studio.generateButton()).toBeEnabled()
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await expect(page.getByRole('img', { name: 'Preview of beach.jpg' })).toBeVisible()
  const prompt = 'A koala under a path.'
  const card = await studio.generate(prompt)
  const video = card.getByLabel('Generated video')
  await expect(video).toBeVisible()
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.error)).toBeNull()
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true
    return element.play()
  })
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0)

  await page.reload()
  await expect(studio.generateButton()).toBeEnabled()
  // The photo of the draft now comes from the server.
  const preview = page.getByRole('img', { name: /^Preview of/ }).locator('image')
  await expect(preview).toHaveAttribute('href', new RegExp(`^${BASE_PATH}/api/images/`))
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('link', { name: 'Download' }).click(),
  ])
  expect((await readFile(await saved.path())).toString('latin1', 4, 8)).toBe('ftyp')

  await page.getByRole('link', { name: 'Done' }).click()
  await expect(page).toHaveURL(`${running.url}?show=done`)
  await card.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Details' }).click()
  await expect(page).toHaveURL(new RegExp(`^${running.url}/g/`))
  await expect(page.getByLabel('Generated video')).toBeVisible()
  const given = page.getByRole('img', { name: 'First frame' })
  await expect.poll(() => given.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Reuse' }).click()
  await expect(studio.prompt()).toHaveValue(prompt)
  await expect(page).toHaveURL(running.url)
  expect(faults).toEqual([])
  await page.context().close()
})

test('under a base path cookies, storage, icons and the manifest are the studio’s own', async ({
  browser,
  running,
}) => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  const faults = watch(page)
  await page.goto(`${running.url}/`) // with the slash that some proxies add
  const studio = new Studio(page)
  await expect(studio.generateButton()).toBeEnabled()
  await studio.prompt().fill('Half a thought')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  expect((await page.context().cookies()).map(({ name, path }) => [name, path])).toEqual([
    ['tools.studio.locale', BASE_PATH],
  ])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const names = await page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)])
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !name.startsWith('tools.studio.'))).toEqual([])

  const read = async (address: string | null) => page.request.get(new URL(address ?? '', running.url).href)
  const manifest = await (await read(await page.locator('link[rel=manifest]').getAttribute('href'))).json()
  expect(manifest.start_url).toBe(BASE_PATH)
  const icons = await page
    .locator('link[rel*=icon]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(icons).not.toEqual([])
  for (const address of [...icons, ...manifest.icons.map(({ src }: { src: string }) => src)]) {
    const answer = await read(address)
    expect([address, answer.status(), answer.headers()['content-type']]).toEqual([
      expect.stringMatching(`^${BASE_PATH}/`),
      200,
      expect.stringMatching(/^image\//),
    ])
  }
  expect(faults).toEqual([])

  await page.goto(`${running.url}/nothing/here`)
  await page.locator('main a').click()
  await expect(page).toHaveURL(running.url)
  await page.context().close()
})

test('under a base path the API answers with addresses below it, and nothing is served outside it', async ({
  running,
}) => {
  const origin = new URL(running.url).origin
  const form = new FormData()
  form.set('prompt', 'Asked for by a script.')
  form.set('return_last_frame', '1')
  const made = await fetch(`${running.url}/api/generations`, { method: 'POST', body: form })
  expect(made.status).toBe(201)
  const { id } = await made.json()
  const readOne = async () => (await fetch(`${running.url}/api/generations/${id}`)).json()
  await expect.poll(async () => (await readOne()).status).toBe('completed')
  const { video, lastFrame } = await readOne()
  for (const url of [video.url, lastFrame.url]) {
    expect(url).toMatch(new RegExp(`^${BASE_PATH}/api/generations/${id}/`))
    expect((await fetch(origin + url, { headers: { range: 'bytes=0-3' } })).status).toBe(206)
  }
  const list = await fetch(`${running.url}/api/generations`)
  const headers = { 'if-none-match': list.headers.get('etag') ?? '' }
  expect((await fetch(`${running.url}/api/generations`, { headers })).status).toBe(304)
  expect((await fetch(`${running.url}/api/generations/`)).status).toBe(200)

  for (const path of ['', '/', '/account', '/nothing/here', '/?show=done']) {
    const { headers: sent } = await fetch(running.url + path)
    expect(sent.get('content-security-policy'), path).toContain("default-src 'none'")
    expect(sent.get('x-content-type-options'), path).toBe('nosniff')
  }
  for (const path of [
    '/',
    '/tools',
    '/tools/studios',
    '/api/generations',
    '/api/health',
    '/account',
    video.url.slice(BASE_PATH.length),
  ]) {
    const answer = await fetch(origin + path, { redirect: 'manual' })
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff')
  }
})

test('under a base path no other host and no other origin gets in', async ({ running }) => {
  const { url } = running
  const { host } = new URL(url)
  const list = `GET ${BASE_PATH}/api/generations HTTP/1.1`
  expect((await sendRaw(url, [head(list, [['Host', host]])])).status).toBe(200)
  expect((await sendRaw(url, [head(list, [['Host', 'evil.example']])])).status).toBe(403)
  const page = await sendRaw(url, [head(`GET ${BASE_PATH} HTTP/1.1`, [['Host', 'evil.example']])])
  expect(page.status).not.toBe(200)
  const line = `POST ${BASE_PATH}/api/generations HTTP/1.1`
  const foreign: [string, string][] = [
    ['Host', host],
    ['Origin', 'https://evil.example'],
    ['Content-Length', '0'],
  ]
  expect((await sendRaw(url, [head(line, foreign)])).status).toBe(403)
})

test('a build for one base path refuses to start for another, in one sentence', async ({
  build,
  provider,
}) => {
  const start = (BASE_PATH: string) =>
    startStudio({ ...environment(provider), BASE_PATH }, undefined, build).catch(
      ({ message }: Error) => message,
    )
  const refused = await start('/elsewhere')
  expect(refused).toMatch(
    /^BASE_PATH is \/elsewhere, but the studio was built for BASE_PATH=\/tools\/studio: build it again .*\.$/m,
  )
  expect(refused).not.toMatch(/^\s+at /m)
  const same = await start(BASE_PATH)
  if (typeof same === 'string') throw new Error(same)
  await same.stop()
  const root = await startStudio({ ...environment(provider), BASE_PATH: '/studio' }).catch(
    ({ message }: Error) => message,
  )
  expect(root).toMatch(/^BASE_PATH is \/studio, but the studio was built without BASE_PATH: .*\.$/m)
})

test('a build with a wrong base path ends in one sentence', async ({ build }) => {
  const { code, output } = await nextBuild(build.folder, { BASE_PATH: 'studio/' })
  expect(code).toBe(1)
  expect(output).toMatch(/^BASE_PATH must be the path .* for example \/studio\.$/m)
  expect(output).not.toMatch(/^\s+at /m)
})
