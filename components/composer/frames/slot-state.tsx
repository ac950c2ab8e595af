import type { RefObject } from 'react'
import { Button, IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { canReframe, canTryAgain, type Frame, isUnusable } from './frames'
import type { FramesControl } from './use-frames'

type Props = {
  frame: Frame
  control: FramesControl
  reframeButton: RefObject<HTMLElement | null>
  choose: () => void
  onReframe: () => void
  onRemove: () => void
}

/** The overlay of a photo: progress, the remedy if it was refused, buttons to reframe and remove. */
export function FrameState({ frame, control, reframeButton, choose, onReframe, onRemove }: Props) {
  const messages = useMessages('frames')
  const { upload, token, name } = frame
  const reframable = canReframe(frame)
  return (
    <>
      <FrameProgress frame={frame} />
      {isUnusable(upload) && !(reframable && upload.type === 'refused') && (
        <div className="absolute inset-0 grid content-start gap-2 bg-panel/90 p-2 pt-4">
          <p className="truncate text-center text-xs">{name}</p>
          <Button
            className="px-2"
            ref={control.remedyRef(token)}
            onClick={() => (canTryAgain(upload) ? control.again(token) : choose())}
          >
            {canTryAgain(upload) ? messages.again : messages.another}
          </Button>
        </div>
      )}
      {reframable && (
        <Button
          ref={(button) => {
            reframeButton.current = button
            if (upload.type === 'refused') control.remedyRef(token)(button)
          }}
          variant="overMedia"
          aria-label={messages.reframePhoto(name)}
          onClick={onReframe}
          className="absolute bottom-0 left-0"
        >
          {messages.reframe}
        </Button>
      )}
      <IconButton
        icon="close"
        name={messages.remove(name)}
        onClick={onRemove}
        variant="overMedia"
        className="absolute right-0 bottom-0"
      />
    </>
  )
}

function FrameProgress({ frame: { upload, name } }: { frame: Frame }) {
  const messages = useMessages('frames')
  if (upload.type !== 'converting' && upload.type !== 'running') return null
  const text = upload.type === 'running' ? messages.uploading(name) : messages.converting(name)
  return (
    <div className="absolute inset-x-0 top-0 bg-panel/90 px-2 pt-1 pb-2 text-xs">
      <p className="truncate pb-1">{text}</p>
      {upload.type === 'running' ? (
        <progress aria-label={text} value={upload.share} className="progress block h-1 w-full" />
      ) : (
        <div className="busy-bar" />
      )}
    </div>
  )
}
