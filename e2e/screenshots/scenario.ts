import type { Page } from '@playwright/test'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Stage, StudioName } from './stage'

/** A place in the studio that people see, and how to get there in whichever language `words` are. */
export type Scenario = {
  name: string
  studio: StudioName
  path?: (stage: Stage) => string
  /** Seen by the owner of the team's studio. */
  signedIn?: true
  open?: (page: Page, messages: Messages) => Promise<unknown>
  /** A picture of it goes on below what is in sight. */
  whole?: true
}

/** Which language these words are in, for those that are fetched later. */
export const localeOf = ({ page }: Messages): Locale => (page.otherLanguage.locale === 'zh' ? 'en' : 'zh')
