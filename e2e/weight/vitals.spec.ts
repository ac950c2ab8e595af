import { expect, test } from '@/e2e/kit'
import { type Stage, setStage } from '@/e2e/screenshots/stage'
import { vitalsOf } from './vitals'

let stage: Stage
test.beforeAll(async ({ browser }) => {
  stage = await setStage('tiny', 24)
  // Cards in progress change their text once, when they take longer than usual. Wait for that: it isn't page load.
  const page = await browser.newPage({ locale: 'en-US' })
  await page.goto(stage.urlOf('filled'))
  await expect(page.getByText('longer than usual')).toHaveCount(2)
  await page.close()
})
test.afterAll(() => stage.stop())

for (const [name, viewport] of [
  ['desktop', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`the page loads without layout shift on a ${name}`, async ({ browser }) => {
    for (const studio of ['empty', 'filled', 'many'] as const) {
      const { shift, moved } = await vitalsOf(browser, stage.urlOf(studio), viewport)
      expect([shift, ...moved], `in the ${studio} studio`).toEqual([0])
    }
  })
}
