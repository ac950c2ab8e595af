import { useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { late } from '@/components/layout/lazy'
import { IconButton } from '@/components/ui'
import { useWords } from '@/lib/client/messages'
import { MODELS, type ModelId, type Ratio } from '@/lib/shared/models'
import { filmRatio, keptOf } from './crop'
import type { Frame } from './frames'
import { FramesLines } from './lines'
import { FrameSlot } from './slot'
import type { FramesControl } from './use-frames'

const Reframe = late(async () => (await import('@/components/composer/reframe/reframe')).Reframe)

type Props = { control: FramesControl; model: ModelId; ratio: Ratio; onAdapt: () => void }

/** The first and the last frame side by side, and below them what there is to say about them. */
export function FramesRow({ control, model, ratio, onAdapt }: Props) {
  const { frames: words, composer } = useWords()
  const { images, label } = MODELS[model]
  const id = useId()
  const [reframing, setReframing] = useState<{ frame: Frame; place: 0 | 1 } | null>(null)
  const [first, last] = control.frames
  const film = filmRatio(ratio, first?.size ?? null)
  const reframeButtons = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)] as const
  const errorId = (place: 0 | 1) => `${id}-error-${place}`
  const onReframe = (frame: Frame, place: 0 | 1) => setReframing({ frame, place })

  const onReframed = (place: 0 | 1) => {
    setReframing(null)
    // What opened the dialog may be a sentence that is going now.
    reframeButtons[place].current?.focus()
  }
  const slotOf = (place: 0 | 1, frame: Frame | undefined) => ({
    place,
    frame,
    control,
    kept: film && frame?.size ? keptOf(frame.size, film) : null,
    errorId: errorId(place),
    reframeButton: reframeButtons[place],
    onReframe: () => frame && onReframe(frame, place),
  })
  return (
    <div className="text-sm">
      <div className="grid grid-cols-[1fr_auto_1fr] items-end gap-1">
        <FrameSlot {...slotOf(0, first)} camera={!first} />
        {(images > 1 || last) && (
          <>
            <IconButton
              icon="swap"
              name={words.swap}
              disabled={!last}
              onClick={control.swap}
              className="mb-13"
            />
            <FrameSlot {...slotOf(1, last)} camera={first !== undefined && !last} />
          </>
        )}
      </div>
      {images === 1 && last && <p className="pt-2 text-second">{composer.firstFrameOnly(label)}</p>}
      <FramesLines
        frames={control.frames}
        notice={control.notice}
        {...{ ratio, film, errorId, onReframe, onAdapt }}
      />
      {reframing &&
        // Out of the form: what is chosen here is none of its fields, and Enter must not spend money.
        createPortal(
          <Reframe
            {...reframing}
            film={reframing.place === 0 && ratio === 'adaptive' ? null : film}
            control={control}
            onClose={() => onReframed(reframing.place)}
          />,
          document.body,
        )}
    </div>
  )
}
