import type { RefObject } from 'react'
import { Button, IconButton, Progress } from '@/components/ui'
import { useWords } from '@/lib/client/messages'
import { canReframe, type Frame } from './frames'
import type { FramesControl } from './use-frames'

type Props = {
  frame: Frame
  control: FramesControl
  reframeButton: RefObject<HTMLElement | null>
  choose: () => void
  onReframe: () => void
  onRemove: () => void
}

/** What lies over the photo: how far it is, the remedy when it was not taken, the ways to change and to remove it. */
export function FrameState({ frame, control, reframeButton, choose, onReframe, onRemove }: Props) {
  const words = useWords().frames
  const { upload, token, name } = frame
  const reframable = canReframe(frame)
  const unusable = upload.is === 'broken' || upload.is === 'refused'
  return (
    <>
      <FrameProgress frame={frame} />
      {unusable && !(reframable && upload.is === 'refused') && (
        <div className="absolute inset-0 grid content-start gap-2 bg-panel/90 p-2 pt-4">
          <p className="truncate text-center text-xs">{name}</p>
          <Button
            className="px-2"
            ref={control.remedyRef(token)}
            onClick={() => (upload.is === 'broken' ? control.again(token) : choose())}
          >
            {upload.is === 'broken' ? words.again : words.another}
          </Button>
        </div>
      )}
      {reframable && (
        <Button
          ref={(button) => {
            reframeButton.current = button
            if (upload.is === 'refused') control.remedyRef(token)(button)
          }}
          look="overPicture"
          aria-label={words.reframePhoto(name)}
          onClick={onReframe}
          className="absolute bottom-0 left-0"
        >
          {words.reframe}
        </Button>
      )}
      <IconButton
        icon="close"
        name={words.remove(name)}
        onClick={onRemove}
        look="overPicture"
        className="absolute right-0 bottom-0"
      />
    </>
  )
}

function FrameProgress({ frame: { upload, name } }: { frame: Frame }) {
  const words = useWords().frames
  if (upload.is !== 'converting' && upload.is !== 'running') return null
  const text = upload.is === 'running' ? words.uploading(name) : words.converting(name)
  return (
    <div className="absolute inset-x-0 top-0 bg-panel/90 px-2 pt-1 pb-2 text-xs">
      <p className="truncate pb-1">{text}</p>
      {upload.is === 'running' ? <Progress name={text} share={upload.share} /> : <div className="busy-bar" />}
    </div>
  )
}
