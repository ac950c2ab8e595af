import { advanced } from './advanced'
import { alteredCanvas } from './altered-canvas'
import type { Check } from './check'
import { composition } from './composition'
import { draft } from './draft'
import { focus } from './focus'
import { mainJob } from './main-job'
import { pasting } from './pasting'
import { widths } from './sideways'
import { tabIcon } from './tab-icon'
import { translations } from './translated'

export type { Check } from './check'

/** In this order: the first makes the video that the later ones show. */
export const CHECKS: readonly Check[] = [
  mainJob,
  draft,
  composition,
  ...translations,
  ...widths,
  tabIcon,
  focus,
  ...alteredCanvas,
  advanced,
  pasting,
]
