import type { Frame } from '@/components/composer/frames/frames'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import { Button, Dialog } from '@/components/ui'
import { useLateWords } from '@/lib/client/messages'
import { reframeEn } from '@/lib/shared/messages/en/reframe'
import { reframeZh } from '@/lib/shared/messages/zh/reframe'
import type { FixedRatio } from '@/lib/shared/models'
import { useOpenPicture } from './use-open-image'
import { ReframeWork } from './workspace'

type Props = {
  frame: Frame
  place: 0 | 1
  /** What the film will have; null when it takes what the photo is given here. */
  film: FixedRatio | null
  control: FramesControl
  onClose: () => void
}

/** Chooses the part of a photo that the film sees. The whole photo is kept, and each time one starts from it. */
export function Reframe({ frame, place, film, control, onClose }: Props) {
  const words = useLateWords({ en: reframeEn, zh: reframeZh })
  const picture = useOpenPicture(frame.cut?.whole ?? frame)
  return (
    <Dialog
      title={place === 0 ? words.title.first : words.title.last}
      text={words.how}
      size="work"
      onClose={onClose}
    >
      {(close) =>
        picture === null || picture === 'unreadable' ? (
          <>
            <p role="alert" className="grid h-[50dvh] place-content-center text-failure text-sm">
              {picture && words.unreadable}
            </p>
            <Button onClick={close}>{words.cancel}</Button>
          </>
        ) : (
          <ReframeWork words={words} picture={picture} {...{ frame, film, control, close }} />
        )
      }
    </Dialog>
  )
}
