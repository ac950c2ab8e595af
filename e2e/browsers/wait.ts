import { setTimeout as pause } from 'node:timers/promises'
import type { Finder, Page } from './page'

/** Generous: reached only when something hangs, however busy the machine. */
const TIMEOUT_MS = Number(process.env.BROWSERS_TIMEOUT_MS ?? 120_000)

/** Waits until a condition holds. @throws Error that says what was waited for */
export async function until(what: string, holds: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + TIMEOUT_MS
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await pause(100)
  }
}

/** Waits until an expression is true in the page. */
export const untilTrue = (page: Page, what: string, expression: string): Promise<void> =>
  until(what, () => page.evaluate(`Boolean(${expression})`))

export const untilThere = (page: Page, what: string, element: Finder): Promise<void> =>
  untilTrue(page, what, `(${element}) !== null`)
