import { composerZh } from './composer-zh'
import { decisionsZh } from './decisions-zh'
import { deedsZh } from './deeds-zh'
import type { Words } from './en'
import { framesZh } from './frames-zh'
import { galleryZh } from './gallery-zh'
import { outcomesZh } from './outcomes-zh'
import { pageZh } from './page-zh'
import { parametersZh } from './parameters-zh'
import { problemsZh } from './problems-zh'
import { reasonsZh } from './reasons-zh'
import { refusalsZh } from './refusals-zh'
import { viewsZh } from './views-zh'
import { waitingZh } from './waiting-zh'

/** Every text of the page in Simplified Chinese. */
export const zh: Words = {
  page: pageZh,
  composer: composerZh,
  parameters: parametersZh,
  frames: framesZh,
  gallery: galleryZh,
  problems: problemsZh,
  decisions: decisionsZh,
  deeds: deedsZh,
  outcomes: outcomesZh,
  refusals: refusalsZh,
  reasons: reasonsZh,
  views: viewsZh,
  waiting: waitingZh,
}
