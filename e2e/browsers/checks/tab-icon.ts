import assert from 'node:assert/strict'
import { openStudio } from '@/e2e/browsers/form'
import type { Check } from './check'

const ICON = `(async () => {
  const { href } = document.querySelector('link[rel~="icon"]')
  const response = await fetch(href)
  const image = new Image()
  image.src = href
  await image.decode()
  return { status: response.status, type: response.headers.get('content-type') }
})()`

export const tabIcon: Check = {
  name: 'the tab’s icon is there and can be drawn',
  async run(page, stage) {
    await openStudio(page, stage)
    assert.deepEqual(await page.evaluate(ICON), { status: 200, type: 'image/svg+xml' })
  },
}
