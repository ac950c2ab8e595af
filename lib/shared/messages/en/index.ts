import { actionsEn } from './actions'
import { composerEn } from './composer'
import { decisionsEn } from './decisions'
import { etaEn } from './eta'
import { framesEn } from './frames'
import { galleryEn } from './gallery'
import { outcomesEn } from './outcomes'
import { pageEn } from './page'
import { parametersEn } from './parameters'
import { problemsEn } from './problems'
import { reasonsEn } from './reasons'
import { refusalsEn } from './refusals'
import { viewsEn } from './views'

/** All texts of the page in English. */
export const en = {
  page: pageEn,
  composer: composerEn,
  parameters: parametersEn,
  frames: framesEn,
  gallery: galleryEn,
  problems: problemsEn,
  decisions: decisionsEn,
  actions: actionsEn,
  outcomes: outcomesEn,
  refusals: refusalsEn,
  reasons: reasonsEn,
  views: viewsEn,
  eta: etaEn,
}

/** What every language must have: the keys of English. */
export type Messages = typeof en
