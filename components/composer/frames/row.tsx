import { useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { lazy } from '@/components/layout/lazy'
import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { MODELS, type ModelId, type Ratio } from '@/lib/shared/models'
import { keptOf, videoRatio } from './crop'
import type { Frame } from './frames'
import { FramesLines } from './lines'
import { FrameSlot } from './slot'
import type { FramesControl } from './use-frames'

const Reframe = lazy(async () => (await import('@/components/composer/reframe/reframe')).Reframe)

type Props = { control: FramesControl; model: ModelId; ratio: Ratio; onAdapt: () => void }

/** The two slots side by side, with their notes below. */
export function FramesRow({ control, model, ratio, onAdapt }: Props) {
  const messages = useMessages('frames')
  const composer = useMessages('composer')
  const { images, label } = MODELS[model]
  const id = useId()
  const [reframing, setReframing] = useState<{ frame: Frame; slot: 0 | 1 } | null>(null)
  const [first, last] = control.frames
  const video = videoRatio(ratio, first?.size ?? null)
  const reframeButtons = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)] as const
  const errorId = (slot: 0 | 1) => `${id}-error-${slot}`
  const onReframe = (frame: Frame, slot: 0 | 1) => setReframing({ frame, slot })

  const onReframed = (slot: 0 | 1) => {
    setReframing(null)
    // The button may be another one: of the whole photo, or of its crop.
    reframeButtons[slot].current?.focus()
  }
  const slotOf = (slot: 0 | 1, frame: Frame | undefined) => ({
    slot,
    frame,
    control,
    kept: video && frame?.size ? keptOf(frame.size, video) : null,
    errorId: errorId(slot),
    reframeButton: reframeButtons[slot],
    onReframe: () => frame && onReframe(frame, slot),
  })
  return (
    <fieldset className="min-w-0 text-sm">
      <legend className="pb-1.5 text-second">{messages.title}</legend>
      <div className="grid grid-cols-[1fr_auto_1fr] gap-1">
        <FrameSlot {...slotOf(0, first)} />
        {(images > 1 || last) && (
          <>
            <IconButton
              icon="swap"
              name={messages.swap}
              disabled={!last}
              onClick={control.swap}
              className="mt-12 pointer-coarse:mt-11.5"
            />
            <FrameSlot {...slotOf(1, last)} />
          </>
        )}
      </div>
      {images === 1 && last && <p className="pt-2 text-second">{composer.firstFrameOnly(label)}</p>}
      <FramesLines frames={control.frames} note={control.note} {...{ ratio, video, errorId, onAdapt }} />
      {reframing &&
        // Outside the form: its controls aren't form fields, and Enter must not spend money.
        createPortal(
          <Reframe
            {...reframing}
            video={reframing.slot === 0 && ratio === 'adaptive' ? null : video}
            control={control}
            onClose={() => onReframed(reframing.slot)}
          />,
          document.body,
        )}
    </fieldset>
  )
}
