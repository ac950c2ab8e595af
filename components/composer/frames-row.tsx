import { useId } from 'react'
import { IconButton } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import type { Ratio } from '@/lib/shared/seedance'
import { filmRatio, keptOf } from './crop'
import { CropLine } from './crop-line'
import { FrameSlot } from './frame-slot'
import { sayUpload } from './say-problem'
import type { FramesControl } from './use-frames'

type Props = { control: FramesControl; ratio: Ratio; onAdapt: () => void }

/** The first and the last frame side by side, and below them what there is to say about them. */
export function FramesRow({ control, ratio, onAdapt }: Props) {
  const words = useWords()
  const id = useId()
  const [first, last] = control.frames
  const film = filmRatio(ratio, first?.size ?? null)
  const places = [first, last].map((frame, index) => {
    const error = frame && sayUpload(words, frame.upload, index === 0 ? 1 : 2)
    return { frame, error, kept: film && frame?.size ? keptOf(frame.size, film) : null }
  })
  const slotOf = (place: 0 | 1) => ({
    place,
    control,
    frame: places[place]?.frame,
    kept: places[place]?.kept ?? null,
    errorId: places[place]?.error ? `${id}-${place}` : undefined,
  })
  return (
    <div className="text-sm">
      <div className="grid grid-cols-[1fr_auto_1fr] items-end gap-1">
        <FrameSlot {...slotOf(0)} />
        <IconButton
          icon="swap"
          name={words.frames.swap}
          disabled={!last}
          onClick={control.swap}
          className="mb-12"
        />
        <FrameSlot {...slotOf(1)} />
      </div>
      {places.map(
        ({ frame, error }, place) =>
          error && (
            <p key={frame?.token} id={`${id}-${place}`} role="alert" className="pt-2 text-failure">
              {error}
            </p>
          ),
      )}
      {control.notice && <p className="pt-2 text-second">{control.notice}</p>}
      {first?.size && ratio !== 'adaptive' && <CropLine size={first.size} ratio={ratio} onAdapt={onAdapt} />}
    </div>
  )
}
