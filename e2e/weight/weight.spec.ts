import { expect, freePort, type Running, startStudio, test } from '@/e2e/kit'
import { weighEmptyPage } from './empty-page'
import { firstLoad, weightOf } from './first-load'

const BUDGET = 74 * 1_024 // bytes (gzip), on top of an empty Next page
const FAILURE_BUDGET = 12 * 1_024 // bytes (gzip), on top of that: the texts and remedies of a failure in view

let empty: number
let studio: Running
test.beforeAll(async () => {
  empty = await weighEmptyPage()
  // Of its own: what the gallery shows decides what is loaded.
  studio = await startStudio({ TENSORSLAB_BASE_URL: `http://127.0.0.1:${await freePort()}` })
})
test.afterAll(() => studio.stop())

for (const locale of ['en-US', 'zh-CN']) {
  test(`the first load in ${locale} stays within its budget and comes from this server only`, async ({
    browser,
  }) => {
    const fetched = await firstLoad(browser, studio.url, locale)
    expect(fetched.map(({ url }) => new URL(url).origin)).toEqual(
      fetched.map(() => new URL(studio.url).origin),
    )
    const own = weightOf(fetched) - empty
    console.log(`${locale}: ${own} bytes beyond an empty page of ${empty}, of ${BUDGET}`)
    expect(own).toBeLessThanOrEqual(BUDGET)
    expect(own, 'suspiciously small: the page did not load').toBeGreaterThan(20_000)
  })
}

test('only the messages of the reader’s language are loaded', async ({ browser }) => {
  const scriptsFor = async (locale: string) =>
    (await firstLoad(browser, studio.url, locale)).filter(({ script }) => script).map(({ url }) => url)
  const [english, chinese] = [await scriptsFor('en-US'), await scriptsFor('zh-CN')]
  expect(english.filter((url) => !chinese.includes(url))).toHaveLength(1)
  expect(chinese.filter((url) => !english.includes(url))).toHaveLength(1)
})

// Last, since the failed record stays in view.
test('a failure in view loads its texts and remedies beside the rest, within a budget of their own', async ({
  browser,
  request,
}) => {
  const before = weightOf(await firstLoad(browser, studio.url, 'en-US'))
  const answer = await request.post(`${studio.url}/api/generations`, {
    multipart: { prompt: 'Lost at sea.' },
  })
  expect(await answer.json()).toMatchObject({ code: 'provider_unreachable' })
  const remedied = 'button:has-text("Send again"):not([inert] *)'
  const added = weightOf(await firstLoad(browser, studio.url, 'en-US', remedied)) - before
  console.log(`a failure in view: ${added} bytes more, of ${FAILURE_BUDGET}`)
  expect(added).toBeLessThanOrEqual(FAILURE_BUDGET)
  expect(added, 'suspiciously small: the failure was not in view').toBeGreaterThan(1_000)
})
