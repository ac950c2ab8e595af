import { composerEn } from './composer-en'
import { decisionsEn } from './decisions-en'
import { deedsEn } from './deeds-en'
import { framesEn } from './frames-en'
import { galleryEn } from './gallery-en'
import { outcomesEn } from './outcomes-en'
import { pageEn } from './page-en'
import { parametersEn } from './parameters-en'
import { problemsEn } from './problems-en'
import { reasonsEn } from './reasons-en'
import { refusalsEn } from './refusals-en'
import { viewsEn } from './views-en'
import { waitingEn } from './waiting-en'

/** Every text of the page in English. */
export const en = {
  page: pageEn,
  composer: composerEn,
  parameters: parametersEn,
  frames: framesEn,
  gallery: galleryEn,
  problems: problemsEn,
  decisions: decisionsEn,
  deeds: deedsEn,
  outcomes: outcomesEn,
  refusals: refusalsEn,
  reasons: reasonsEn,
  views: viewsEn,
  waiting: waitingEn,
}

/** What every language must have: what English has. */
export type Words = typeof en
