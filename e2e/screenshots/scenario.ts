import type { Page } from '@playwright/test'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Stage, StudioName } from './stage'

/** One view of the studio, and how to open it in the language of `messages`. */
export type Scenario = {
  name: string
  studio: StudioName
  path?: (stage: Stage) => string
  /** Signed in as the owner of the `team` studio. */
  signedIn?: true
  open?: (page: Page, messages: Messages) => Promise<unknown>
  /** Screenshots include what is below the fold. */
  whole?: true
}

/** The language of these messages, for choosing the lazy-loaded ones. */
export const localeOf = ({ page }: Messages): Locale => (page.otherLanguage.locale === 'zh' ? 'en' : 'zh')
