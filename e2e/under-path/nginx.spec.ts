import { expect, Studio } from '@/e2e/kit'
import { nginxUnderPath } from '@/e2e/proxies/start'
import { whyNot } from '@/e2e/proxies/why-not'
import { BASE_PATH, test, watch } from './fixture'

test.describe('under a base path behind nginx, beside another application', () => {
  test.beforeAll(() => whyNot('nginx').then((reason) => test.skip(reason !== null, reason ?? '')))

  // As the example has it, and as many people write it: nginx itself then redirects to the path with a slash.
  for (const location of [`location ${BASE_PATH} {`, `location ${BASE_PATH}/ {`]) {
    test(`the studio opens with ${location}, without going in circles`, async ({ browser, running }) => {
      const upstream = Number(new URL(running.url).port)
      const replace = { [`location ${BASE_PATH} {`]: location }
      const proxy = await nginxUnderPath(BASE_PATH, { upstream, replace })
      const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
      const faults = watch(page)
      for (const end of ['', '/', '?show=done']) {
        await page.goto(proxy.url + BASE_PATH + end)
        await expect(new Studio(page).generateButton()).toBeEnabled()
      }
      await page.getByRole('button', { name: '中文' }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
      await page.goto(`${proxy.url}${BASE_PATH}/nothing/here`)
      await page.locator('main a').click()
      await expect(page).toHaveURL(new RegExp(`^${proxy.url}${BASE_PATH}/?$`))
      expect((await page.request.get(`${proxy.url}/`)).status()).toBe(200)
      expect(await (await page.request.get(`${proxy.url}/`)).text()).toBe('another application')
      expect(faults.filter((fault) => !/status of 404/.test(fault))).toEqual([])
      await page.context().close()
      await proxy.stop()
    })
  }
})
