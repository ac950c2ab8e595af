import type { Browser, Response } from '@playwright/test'
import { gzipped } from './gzipped'

export type Fetched = { url: string; script: boolean; gzip: number }

const HYDRATED = 'form:has(textarea) button[type="submit"]:enabled'

/**
 * Everything that a browser loads for a page in this language, until the network is idle.
 * @param hydrated selector of an element that is there once the page is hydrated; by default the studio's
 */
export async function firstLoad(
  browser: Browser,
  url: string,
  locale: string,
  hydrated = HYDRATED,
): Promise<Fetched[]> {
  const context = await browser.newContext({ locale })
  const page = await context.newPage()
  const answers: Promise<Fetched>[] = []
  page.on('response', (response) => answers.push(weigh(response)))
  await page.goto(url)
  await page.locator(hydrated).waitFor()
  for (let known = -1; known < answers.length; ) {
    known = answers.length
    await page.waitForLoadState('networkidle')
    await Promise.all(answers) // more may have been requested meanwhile
  }
  const fetched = await Promise.all(answers)
  await context.close()
  return fetched
}

async function weigh(response: Response): Promise<Fetched> {
  const script = response.request().resourceType() === 'script'
  return { url: response.url(), script, gzip: script ? gzipped(await response.body()) : 0 }
}

export const weightOf = (fetched: readonly Fetched[]): number =>
  fetched.reduce((sum, { gzip }) => sum + gzip, 0)
