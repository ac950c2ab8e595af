import { Button, IconButton } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { closestRatio, type Ratio } from '@/lib/shared/seedance'
import { filmRatio, keptOf, portionOf } from './crop'
import { FrameSlot } from './frame-slot'
import type { FramesControl } from './use-frames'

type Props = { control: FramesControl; ratio: Ratio; onAdapt: () => void }

/** The first and the last frame side by side, and what the chosen ratio does to them. */
export function FramesRow({ control, ratio, onAdapt }: Props) {
  const words = useWords().frames
  const [first, last] = control.frames
  const film = filmRatio(ratio, first?.size ?? null)
  const keptIn = (size: typeof first) => (film && size?.size ? keptOf(size.size, film) : null)
  return (
    <div>
      <div className="grid grid-cols-[1fr_auto_1fr] items-end gap-1">
        <FrameSlot place={0} frame={first} kept={keptIn(first)} control={control} />
        <IconButton
          icon="swap"
          name={words.swap}
          disabled={!last}
          onClick={control.swap}
          className="mb-12 disabled:opacity-40"
        />
        <FrameSlot place={1} frame={last} kept={keptIn(last)} control={control} />
      </div>
      {control.notice && <p className="pt-2 text-second text-sm">{control.notice}</p>}
      {first?.size && ratio !== 'adaptive' && <CropLine size={first.size} ratio={ratio} onAdapt={onAdapt} />}
    </div>
  )
}

type CropLineProps = {
  size: { width: number; height: number }
  ratio: Exclude<Ratio, 'adaptive'>
  onAdapt: () => void
}

/** How much of the first photo a fixed ratio leaves, and the way around it. */
function CropLine({ size, ratio, onAdapt }: CropLineProps) {
  const words = useWords().frames
  const portion = portionOf(keptOf(size, ratio))
  if (!portion) return null
  return (
    <p className="pt-2 text-second text-sm">
      {words.keeps[portion](ratio)}{' '}
      <Button look="link" onClick={onAdapt}>
        {words.adapt(closestRatio(size.width, size.height))}
      </Button>
    </p>
  )
}
