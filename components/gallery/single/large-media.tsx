import { Media } from '@/components/gallery/card/media'
import { isMessage, shapeOf } from '@/components/gallery/grid/shape'
import { Player } from '@/components/gallery/player/player'
import type { Generation, Status } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'

/** As wide as the page allows, limited to about 78 % of the screen’s height. */
const LARGE: Record<FixedRatio, string> = {
  '16:9': 'max-w-[138svh]',
  '4:3': 'max-w-[104svh]',
  '1:1': 'max-w-[78svh]',
  '3:4': 'max-w-[58svh]',
  '9:16': 'max-w-[44svh]',
  '21:9': 'max-w-[182svh]',
}

/** The class that limits the width of what stands around {@link LargeMedia}. */
export const largeWidth = (generation: Generation): string => LARGE[shapeOnPage(generation)]

/** The video alone on its page, or the panel in its place. */
export const LargeMedia = ({ generation }: { generation: Generation }) => (
  <Media
    generation={generation}
    shape={shapeOnPage(generation)}
    player={(playable) => <Player {...playable} />}
  />
)

function shapeOnPage(generation: Generation): FixedRatio {
  const { settings, images, video, status } = generation
  const ratio = shapeOf(settings, images, video)
  return isMessage(generation) ? roomForText(ratio, status) : ratio
}

/** Wide enough for sentences; widest for a lost answer, which comes with a form. */
function roomForText(ratio: FixedRatio, status: Status): FixedRatio {
  if (status === 'unknown') return '21:9'
  return ratio === '16:9' || ratio === '21:9' || ratio === '4:3' ? ratio : '4:3'
}
