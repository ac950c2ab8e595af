import { expect, test } from '@/e2e/kit'
import { weighEmptyPage } from './empty-page'
import { firstLoad, weightOf } from './first-load'

const BUDGET = 66 * 1_024 // bytes (gzip), on top of an empty Next page

let empty: number
test.beforeAll(async () => {
  empty = await weighEmptyPage()
})

for (const locale of ['en-US', 'zh-CN']) {
  test(`the first load in ${locale} stays within its budget and comes from this server only`, async ({
    browser,
    servers,
  }) => {
    const fetched = await firstLoad(browser, servers.running.url, locale)
    expect(fetched.map(({ url }) => new URL(url).origin)).toEqual(
      fetched.map(() => new URL(servers.running.url).origin),
    )
    const own = weightOf(fetched) - empty
    console.log(`${locale}: ${own} bytes beyond an empty page of ${empty}, of ${BUDGET}`)
    expect(own).toBeLessThanOrEqual(BUDGET)
    expect(own, 'suspiciously small: the page did not load').toBeGreaterThan(20_000)
  })
}

test('only the messages of the reader’s language are loaded', async ({ browser, servers }) => {
  const scriptsFor = async (locale: string) =>
    (await firstLoad(browser, servers.running.url, locale))
      .filter(({ script }) => script)
      .map(({ url }) => url)
  const [english, chinese] = [await scriptsFor('en-US'), await scriptsFor('zh-CN')]
  expect(english.filter((url) => !chinese.includes(url))).toHaveLength(1)
  expect(chinese.filter((url) => !english.includes(url))).toHaveLength(1)
})
