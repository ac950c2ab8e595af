import type { FormEvent, KeyboardEvent } from 'react'
import type { Frame } from '@/components/composer/frames/frames'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import { Button } from '@/components/ui'
import type { reframeEn } from '@/lib/shared/messages/en/reframe'
import { type FixedRatio, IMAGE } from '@/lib/shared/models'
import { useReframeChoice } from './choice'
import { ReframeShapes } from './shapes'
import { ReframeStage } from './stage'
import type { OpenImage } from './use-open-image'
import { ReframeZoom } from './zoom'

type Props = {
  messages: typeof reframeEn
  image: OpenImage
  frame: Frame
  video: FixedRatio | null
  control: FramesControl
  close: () => void
}

/** The photo under its crop frame, with the controls. */
export function ReframeWork({ messages, image, frame, video, control, close }: Props) {
  const choice = useReframeChoice(frame, image.size, video)
  const use = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation() // React bubbles it through the portal to the composer's form
    const { area, rect, sent } = choice
    control.reframe(frame, { file: image.file, photo: image.size, area, rect, size: sent })
    close()
  }
  const onKeyDown = ({ key, target, currentTarget }: KeyboardEvent<HTMLFormElement>) => {
    if (key === '+' || key === '=') choice.zoomIn()
    if (key === '-') choice.zoomOut()
    // Browsers submit on Enter only from inputs, which the crop frame is not.
    if (key === 'Enter' && target instanceof HTMLDivElement) currentTarget.requestSubmit()
  }

  return (
    <form noValidate onSubmit={use} onKeyDown={onKeyDown} className="grid gap-4 pt-4">
      <div className="relative h-[46dvh] overflow-hidden rounded bg-black">
        <ReframeStage image={image.url} label={messages.stage} choice={choice} />
      </div>
      {choice.shapes.length > 1 && <ReframeShapes label={messages.frame} choice={choice} />}
      <ReframeZoom label={messages.zoom} text={messages.percent(choice.zoom)} choice={choice} />
      <div className="min-h-10 text-second text-sm">
        <p>{messages.sent(choice.sent.width, choice.sent.height)}</p>
        {choice.zoom >= choice.limit.zoom && choice.limit.bySize && <p>{messages.nearest(IMAGE.minSide)}</p>}
        {video && choice.otherShape && <p>{messages.otherShape(video)}</p>}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        {frame.cut && frame.cut.whole.upload.type !== 'refused' && (
          <Button
            className="mr-auto"
            onClick={() => {
              control.unframe(frame)
              close()
            }}
          >
            {messages.whole}
          </Button>
        )}
        <Button onClick={close}>{messages.cancel}</Button>
        <Button variant="main" type="submit" className="min-w-20">
          {messages.use}
        </Button>
      </div>
    </form>
  )
}
