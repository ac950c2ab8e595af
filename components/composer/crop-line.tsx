import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { closestRatio, type FixedRatio } from '@/lib/shared/seedance'
import { keptOf, portionOf } from './crop'

type Props = { size: { width: number; height: number }; ratio: FixedRatio; onAdapt: () => void }

/** How much of the first photo a fixed ratio leaves, and the way around it. */
export function CropLine({ size, ratio, onAdapt }: Props) {
  const words = useWords().frames
  const portion = portionOf(keptOf(size, ratio))
  if (!portion) return null
  return (
    <p className="pt-2 text-second">
      {words.keeps[portion](ratio)}{' '}
      <Button look="link" onClick={onAdapt}>
        {words.adapt(closestRatio(size.width, size.height))}
      </Button>
    </p>
  )
}
