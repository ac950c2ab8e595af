import { Media } from '@/components/gallery/card/media'
import { shapeOfCard } from '@/components/gallery/grid/shape'
import type { Generation } from '@/lib/shared/generation'
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
export const largeWidth = (generation: Generation): string => LARGE[shapeOfCard(generation)]

/** The video alone on its page, or the panel in its place. */
export const LargeMedia = ({ generation }: { generation: Generation }) => (
  <Media generation={generation} shape={shapeOfCard(generation)} />
)
