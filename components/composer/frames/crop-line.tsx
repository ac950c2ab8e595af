import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Size } from '@/lib/shared/images/kept-size'
import type { WhichPhoto } from '@/lib/shared/messages/en/frames'
import { closestRatio, type FixedRatio } from '@/lib/shared/models'
import { keptOf, portionOf } from './crop'

type Props = {
  size: Size
  video: FixedRatio
  which: WhichPhoto
  /** Gives the video this photo’s ratio. */
  onAdapt?: () => void
}

/** How much of a photo the video’s ratio keeps, with the ratio that keeps it all. Reframe is at the photo itself. */
export function CropLine({ size, video, which, onAdapt }: Props) {
  const messages = useMessages('frames')
  const portion = portionOf(keptOf(size, video))
  if (!portion) return null
  const own = closestRatio(size.width, size.height)
  return (
    <p className="pt-2 text-second">
      {messages.keeps[portion](video, which)}
      {onAdapt && own !== video && (
        <>
          {messages.betweenSentences}
          <Button variant="link" onClick={onAdapt} className="whitespace-nowrap">
            {messages.ratioInstead(own)}
          </Button>
        </>
      )}
    </p>
  )
}
