import { useMessages } from '@/lib/client/messages'
import type { Size } from '@/lib/shared/kept-size'
import type { WhichPhoto } from '@/lib/shared/messages/en/frames'
import { closestRatio, type FixedRatio } from '@/lib/shared/models'
import { keptOf, portionOf } from './crop'
import { FramesSentence } from './sentence'

type Props = {
  size: Size
  video: FixedRatio
  which: WhichPhoto
  onReframe: () => void
  /** Gives the video this photo’s ratio. */
  onAdapt?: () => void
}

/** How much of a photo the video’s ratio keeps, with links to change that. */
export function CropLine({ size, video, which, onReframe, onAdapt }: Props) {
  const messages = useMessages('frames')
  const portion = portionOf(keptOf(size, video))
  if (!portion) return null
  const own = closestRatio(size.width, size.height)
  return (
    <p className="pt-2 text-second">
      {messages.keeps[portion](video, which)}
      <FramesSentence
        parts={messages.remedy(onAdapt && own !== video ? own : null)}
        onReframe={onReframe}
        onAdapt={onAdapt}
      />
    </p>
  )
}
