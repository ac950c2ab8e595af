import { expect, test } from '@/e2e/kit'
import { weighEmptyPage } from './empty-page'
import { firstLoad, weightOf } from './first-load'

const BUDGET = 66 * 1_024 // bytes (gzip), beyond what Next itself brings

let empty: number
test.beforeAll(async () => {
  empty = await weighEmptyPage()
})

for (const locale of ['en-US', 'zh-CN']) {
  test(`the first load is light, and all from here, in ${locale}`, async ({ browser, servers }) => {
    const fetched = await firstLoad(browser, servers.running.url, locale)
    expect(fetched.map(({ url }) => new URL(url).origin)).toEqual(
      fetched.map(() => new URL(servers.running.url).origin),
    )
    const own = weightOf(fetched) - empty
    console.log(`${locale}: ${own} bytes beyond an empty page of ${empty}, of ${BUDGET}`)
    expect(own).toBeLessThanOrEqual(BUDGET)
    expect(own, 'nothing can weigh so little: the page did not load').toBeGreaterThan(20_000)
  })
}

test('only the reader’s language is fetched', async ({ browser, servers }) => {
  const of = async (locale: string) =>
    (await firstLoad(browser, servers.running.url, locale))
      .filter(({ script }) => script)
      .map(({ url }) => url)
  const [english, chinese] = [await of('en-US'), await of('zh-CN')]
  expect(english.filter((url) => !chinese.includes(url))).toHaveLength(1)
  expect(chinese.filter((url) => !english.includes(url))).toHaveLength(1)
})
