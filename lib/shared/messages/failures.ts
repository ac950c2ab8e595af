import { outcomesEn } from './en/outcomes'
import { problemsEn } from './en/problems'
import { reasonsEn } from './en/reasons'
import { refusalsEn } from './en/refusals'
import type { Locale } from './locale'
import { outcomesZh } from './zh/outcomes'
import { problemsZh } from './zh/problems'
import { reasonsZh } from './zh/reasons'
import { refusalsZh } from './zh/refusals'

const failuresEn = { problems: problemsEn, reasons: reasonsEn, refusals: refusalsEn, outcomes: outcomesEn }

/** What is said of a failure, in a language. */
export type FailureMessages = typeof failuresEn

/** Apart from the page's other texts: only what is fetched once something has failed may import it. */
export const FAILURES: Record<Locale, FailureMessages> = {
  en: failuresEn,
  zh: { problems: problemsZh, reasons: reasonsZh, refusals: refusalsZh, outcomes: outcomesZh },
}
