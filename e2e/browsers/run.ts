import type { Check } from './checks'
import type { Engine, Page } from './page'
import { openStage, type Stage } from './stage'

export type Count = { passed: number; failed: number }

/** Where a failed check happened: the page is gone when it is read. */
async function whatIsShown(page: Page): Promise<string> {
  const seen = await page
    .evaluate('[location.href, innerWidth, innerHeight, document.body.innerText.slice(0, 600)]')
    .catch((error: unknown) => [`${error}`])
  return JSON.stringify(seen)
}

async function holds(check: Check, open: () => Promise<Page>, stage: Stage): Promise<unknown> {
  const page = await open()
  try {
    await check.run(page, stage)
    return null
  } catch (error) {
    console.log(await whatIsShown(page))
    return error
  } finally {
    await page.close()
  }
}

/** Runs the checks in one browser, each in a new profile, on a studio of their own. Prints a line for each. */
export async function runChecks(name: string, engine: Engine, checks: readonly Check[]): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  const stage = await openStage()
  try {
    for (const check of checks) {
      const open = check.isProtected ? engine.openProtected : engine.open
      if (!open) continue
      const error = await holds(check, open, stage).catch((error: unknown) => error)
      count[error ? 'failed' : 'passed']++
      console.log(`${name}: ${error ? 'failed' : 'ok'}: ${check.name}`)
      if (error) console.log(error)
    }
  } finally {
    await stage.close()
  }
  return count
}
