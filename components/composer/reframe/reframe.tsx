import type { Frame } from '@/components/composer/frames/frames'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'
import { reframeEn } from '@/lib/shared/messages/en/reframe'
import { reframeZh } from '@/lib/shared/messages/zh/reframe'
import type { FixedRatio } from '@/lib/shared/models'
import { useOpenImage } from './use-open-image'
import { ReframeWork } from './workspace'

type Props = {
  frame: Frame
  slot: 0 | 1
  /** The video’s ratio; null if the video takes the ratio chosen here. */
  video: FixedRatio | null
  control: FramesControl
  onClose: () => void
}

/** Dialog to choose the part of a photo that the video shows. Always starts from the whole photo, which is kept. */
export function Reframe({ frame, slot, video, control, onClose }: Props) {
  const messages = useMessages({ en: reframeEn, zh: reframeZh })
  const image = useOpenImage(frame.cut?.whole ?? frame)
  return (
    <Dialog
      title={slot === 0 ? messages.title.first : messages.title.last}
      text={messages.how}
      size="work"
      onClose={onClose}
    >
      {(close) =>
        image === null || image === 'unreadable' ? (
          <>
            <p role="alert" className="grid h-[50dvh] place-content-center text-failure text-sm">
              {image && messages.unreadable}
            </p>
            <Button onClick={close}>{messages.cancel}</Button>
          </>
        ) : (
          <ReframeWork messages={messages} image={image} {...{ frame, video, control, close }} />
        )
      }
    </Dialog>
  )
}
