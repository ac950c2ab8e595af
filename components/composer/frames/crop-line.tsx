import { useWords } from '@/lib/client/messages'
import type { WhichPhoto } from '@/lib/shared/messages/en/frames'
import { closestRatio, type FixedRatio } from '@/lib/shared/models'
import { keptOf, portionOf, type Size } from './crop'
import { FramesSentence } from './sentence'

type Props = {
  size: Size
  film: FixedRatio
  which: WhichPhoto
  onReframe: () => void
  /** Lets the film take this photo's ratio. */
  onAdapt?: () => void
}

/** How much of a photo the film's ratio leaves, and the ways around it. */
export function CropLine({ size, film, which, onReframe, onAdapt }: Props) {
  const words = useWords().frames
  const portion = portionOf(keptOf(size, film))
  if (!portion) return null
  const own = closestRatio(size.width, size.height)
  return (
    <p className="pt-2 text-second">
      {words.keeps[portion](film, which)}
      <FramesSentence
        parts={words.remedy(onAdapt && own !== film ? own : null)}
        onReframe={onReframe}
        onAdapt={onAdapt}
      />
    </p>
  )
}
