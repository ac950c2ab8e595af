import type { Page } from '@/e2e/browsers/page'
import type { Stage } from '@/e2e/browsers/stage'

/** One thing that must hold in every browser. */
export type Check = {
  name: string
  /** Runs only in browsers whose own protection against fingerprinting can be turned on, with that. */
  isProtected?: true
  /** @throws when it doesn't hold */
  run(page: Page, stage: Stage): Promise<void>
}
