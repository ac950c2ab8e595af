import { actionsEn } from './actions'
import { composerEn } from './composer'
import { decisionsEn } from './decisions'
import { etaEn } from './eta'
import { framesEn } from './frames'
import { galleryEn } from './gallery'
import { pageEn } from './page'
import { parametersEn } from './parameters'
import { viewsEn } from './views'

/** All texts of the page in English. */
export const en = {
  page: pageEn,
  composer: composerEn,
  parameters: parametersEn,
  frames: framesEn,
  gallery: galleryEn,
  decisions: decisionsEn,
  actions: actionsEn,
  views: viewsEn,
  eta: etaEn,
}

/** What every language must have: the keys of English. */
export type Messages = typeof en
