import type { Messages } from '@/lib/shared/messages/en'
import { actionsZh } from './actions'
import { composerZh } from './composer'
import { decisionsZh } from './decisions'
import { etaZh } from './eta'
import { framesZh } from './frames'
import { galleryZh } from './gallery'
import { pageZh } from './page'
import { parametersZh } from './parameters'
import { viewsZh } from './views'

/** All texts of the page in Simplified Chinese. */
export const zh: Messages = {
  page: pageZh,
  composer: composerZh,
  parameters: parametersZh,
  frames: framesZh,
  gallery: galleryZh,
  decisions: decisionsZh,
  actions: actionsZh,
  views: viewsZh,
  eta: etaZh,
}
